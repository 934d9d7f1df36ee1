<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * Every five minutes; what changes by time in between waits that long.
 *
 * @package local_provost
 */

defined('MOODLE_INTERNAL') || die();

$tasks = [[
    'classname' => local_provost\task\provision::class,
    'blocking' => 0,
    'minute' => '*/5',
    'hour' => '*',
    'day' => '*',
    'month' => '*',
    'dayofweek' => '*',
]];
