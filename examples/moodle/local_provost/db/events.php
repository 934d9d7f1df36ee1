<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * What happens in Moodle that Provost wants to know.
 *
 * @package local_provost
 */

defined('MOODLE_INTERNAL') || die();

$observers = [
    ['eventname' => '\core\event\user_graded', 'callback' => '\local_provost\observer::graded', 'internal' => false],
    ['eventname' => '\core\event\course_completed', 'callback' => '\local_provost\observer::completed', 'internal' => false],
];
