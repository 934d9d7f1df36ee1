<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * What the plugin says.
 *
 * @package local_provost
 */

defined('MOODLE_INTERNAL') || die();

$string['busy'] = 'Another run carries out what Provost decided.';
$string['connection'] = 'Connection';
$string['connection_help'] = 'Key of the connection in Provost that stands for this site.';
$string['package'] = 'PHP package';
$string['package_help'] = 'Folder of the PHP package of Provost, with autoload.php in it.';
$string['pluginname'] = 'Provost';
$string['privacy:metadata'] = 'The plugin stores nothing itself. It sends grades to Provost, under the id number of the learner.';
$string['secret'] = 'Secret';
$string['secret_help'] = 'The secret with which the store is opened. It must stay the same.';
$string['store'] = 'Store';
$string['store_help'] = 'Path of the SQLite file of Provost. The account of the web server must be able to write it.';
$string['taskprovision'] = 'Bring enrolments in line with Provost';
$string['taskresult'] = 'Send a result to Provost once more';
