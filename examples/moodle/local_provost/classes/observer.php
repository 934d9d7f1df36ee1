<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost;

use core\event\course_completed;
use core\event\user_graded;
use local_provost\task\result;
use Throwable;

/**
 * A grade or a completion goes to Provost at once. When that is not possible it goes with the next run of cron: what a
 * learner or teacher does in Moodle never fails because of Provost.
 *
 * @package local_provost
 */
final class observer
{
    public static function graded(user_graded $event): void
    {
        $grade = $event->get_grade();
        $item = $grade->load_grade_item();
        if ($item->itemtype === 'category') {
            return;
        }
        $result = [
            'event_id' => implode('-', ['g', $event->courseid, $item->id, $event->relateduserid,
                $grade->timemodified, (string) $grade->finalgrade]),
            'grade' => '',
            'most' => self::number($item->grademax),
            'at' => self::moment($grade->timemodified ?: $event->timecreated),
        ];
        if ($item->itemtype !== 'course') {
            $result['item'] = $item->idnumber !== null && $item->idnumber !== '' ? $item->idnumber : (string) $item->id;
        }
        if ($grade->finalgrade === null) {
            $result['withdrawn'] = true;
        } else {
            $result['score'] = self::number($grade->finalgrade);
        }
        if ($item->gradepass > 0 && $grade->finalgrade !== null) {
            $result['passed'] = $grade->finalgrade >= $item->gradepass;
        }
        self::send($event->courseid, $event->relateduserid, $result);
    }

    public static function completed(course_completed $event): void
    {
        self::send($event->courseid, $event->relateduserid, [
            'event_id' => implode('-', ['c', $event->courseid, $event->relateduserid]),
            'completed' => true,
            'at' => self::moment($event->timecreated),
        ]);
    }

    /** @param array<string, mixed> $result what was achieved */
    private static function send(int $courseid, int $userid, array $result): void
    {
        global $DB;
        $user = $DB->get_record('user', ['id' => $userid], 'id, username, idnumber');
        if (!$user) {
            return;
        }
        $result += ['course' => (string) $courseid, 'learner' => $user->idnumber, 'login' => $user->username];
        $result = array_filter($result, static fn ($value) => $value !== '');
        try {
            bridge::receive([$result]);
        } catch (Throwable $problem) {
            debugging('Provost: ' . $problem->getMessage(), DEBUG_NORMAL);
            result::queue($result);
        }
    }

    /** Decimals are text; Moodle keeps five places. */
    private static function number(float|string $value): string
    {
        return rtrim(rtrim(number_format((float) $value, 5, '.', ''), '0'), '.');
    }

    private static function moment(int|string $seconds): string
    {
        return gmdate('Y-m-d\TH:i:s\Z', (int) $seconds);
    }
}
