<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost\task;

use core\task\adhoc_task;
use core\task\manager;
use local_provost\bridge;

/**
 * A result that could not be sent at once. When it fails again cron repeats it, later and later.
 *
 * @package local_provost
 */
final class result extends adhoc_task
{
    /** @param array<string, mixed> $result the document */
    public static function queue(array $result): void
    {
        $task = new self();
        $task->set_custom_data($result);
        manager::queue_adhoc_task($task, true);
    }

    public function get_name(): string
    {
        return get_string('taskresult', 'local_provost');
    }

    public function execute(): void
    {
        bridge::receive([(array) $this->get_custom_data()]);
    }
}
