<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * The scheduled task by hand: php local/provost/cli/provision.php [--approval=HASH]
 *
 * @package local_provost
 */

define('CLI_SCRIPT', true);
require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

[$options] = cli_get_params(['approval' => '']);
echo json_encode(local_provost\bridge::provision($options['approval']), JSON_PRETTY_PRINT), "\n";
