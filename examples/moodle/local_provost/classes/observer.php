<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost;

use core\event\course_completed;
use core\event\user_graded;
use grade_grade;
use grade_item;
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
        // A grade that is hidden is not given yet.
        if ($item->itemtype === 'category' || $grade->is_hidden()) {
            return;
        }
        $score = $grade->finalgrade === null ? '' : self::number($grade->finalgrade);
        $result = [
            // As `lms.results` over web services names it, so that whoever hears of it by both ways hears of it once.
            'event_id' => implode('-', ['g', $event->courseid, $item->id, $event->relateduserid,
                $grade->timemodified, $score]),
            'grade' => '',
            'most' => self::number($item->grademax),
            'at' => self::moment($grade->timemodified ?: $event->timecreated),
        ];
        if ($item->itemtype === 'course') {
            $result['all_items_graded'] = self::has_all((int) $event->courseid, (int) $event->relateduserid);
        } else {
            $result['item'] = $item->idnumber !== null && $item->idnumber !== '' ? $item->idnumber : (string) $item->id;
        }
        if ($grade->finalgrade === null) {
            $result['withdrawn'] = true;
        } else {
            $result['score'] = $score;
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

    /** Whether nothing that counts lacks a grade that the learner may see: else the total is none yet. */
    private static function has_all(int $courseid, int $userid): bool
    {
        foreach (grade_item::fetch_all(['courseid' => $courseid]) ?: [] as $item) {
            $counts = $item->gradetype == GRADE_TYPE_VALUE || $item->gradetype == GRADE_TYPE_SCALE;
            if (!$counts || in_array($item->itemtype, ['course', 'category'], true)) {
                continue;
            }
            $grade = grade_grade::fetch(['itemid' => $item->id, 'userid' => $userid]);
            if (!$grade || $grade->finalgrade === null || $grade->is_hidden()) {
                return false;
            }
        }
        return true;
    }

    /** @param array<string, mixed> $result what was achieved */
    private static function send(int $courseid, int $userid, array $result): void
    {
        global $DB;
        $user = $DB->get_record('user', ['id' => $userid], 'id, username, idnumber');
        if (!$user) {
            return;
        }
        $result += ['course' => self::key($courseid), 'learner' => $user->idnumber, 'login' => $user->username];
        $result = array_filter($result, static fn ($value) => $value !== '');
        try {
            bridge::receive([$result]);
        } catch (Throwable $problem) {
            debugging('Provost: ' . $problem->getMessage(), DEBUG_NORMAL);
            result::queue($result);
        }
    }

    /** What the course is linked by: its id number, or its id. */
    private static function key(int $courseid): string
    {
        global $DB;
        $number = (string) $DB->get_field('course', 'idnumber', ['id' => $courseid]);
        try {
            return $number !== '' && !bridge::is_linked((string) $courseid) ? $number : (string) $courseid;
        } catch (Throwable) {
            return $number ?: (string) $courseid;
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
