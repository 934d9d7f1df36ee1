<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * A plugin for Moodle: what Provost decides reaches the courses, and what is graded there reaches Provost.
 *
 * @package local_provost
 */

defined('MOODLE_INTERNAL') || die();

$plugin->component = 'local_provost';
$plugin->version = 2026112800;
$plugin->requires = 2022112800; // Moodle 4.1; PHP 8.2 is needed, too.
$plugin->maturity = MATURITY_ALPHA;
$plugin->release = '0.1.0';
