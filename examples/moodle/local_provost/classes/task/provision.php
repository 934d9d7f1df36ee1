<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost\task;

use core\task\scheduled_task;
use local_provost\bridge;

/**
 * Takes from Provost what has to be done here, does it, and reports.
 *
 * @package local_provost
 */
final class provision extends scheduled_task
{
    public function get_name(): string
    {
        return get_string('taskprovision', 'local_provost');
    }

    public function execute(): void
    {
        $summary = bridge::provision();
        foreach ($summary as $name => $value) {
            mtrace("  $name: " . (is_scalar($value) ? $value : json_encode($value)));
        }
        if (!empty($summary['approval'])) {
            mtrace('  Many removals wait. Look at the plan, then: php local/provost/cli/provision.php --approval=' .
                $summary['approval']);
        }
    }
}
