<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost;

use stdClass;
use Throwable;

defined('MOODLE_INTERNAL') || die();

/**
 * This Moodle as an LMS: carries out one action by Moodle's own functions and says what became of it. Each action states
 * the whole of what it is about, so doing it twice does no harm. Nothing is deleted, and no password is set.
 *
 * @package local_provost
 */
final class site
{
    public function __construct()
    {
        global $CFG;
        require_once($CFG->libdir . '/enrollib.php');
        require_once($CFG->dirroot . '/user/lib.php');
        require_once($CFG->dirroot . '/group/lib.php');
    }

    /**
     * @param array<string, mixed> $action document of the schema lms_action
     * @return array<string, mixed> document of the schema lms_outcome
     */
    public function carry_out(array $action): array
    {
        try {
            return ['op_id' => $action['op_id']] + match ($action['kind']) {
                'link_course' => $this->link($action),
                'upsert_learner' => $this->account($action),
                'upsert_enrolment' => $this->place($action),
                'look_up_enrolment' => ['status' => 'unchanged', 'observed' => $this->seen($action)],
                default => throw new refusal('unsupported', 'There is no such action.'),
            };
        } catch (refusal $refusal) {
            return ['op_id' => $action['op_id'], 'status' => 'failed', 'error' => $refusal->error,
                'problem' => $refusal->getMessage()];
        } catch (Throwable $problem) {
            return ['op_id' => $action['op_id'], 'status' => 'failed', 'error' => 'transient',
                'problem' => \core_text::substr(get_class($problem) . ': ' . $problem->getMessage(), 0, 500)];
        }
    }

    private function link(array $action): array
    {
        return ['status' => 'unchanged', 'remote_id' => (string) $this->course($action)->id];
    }

    /** A key is the id number or, of a course that was linked by hand, the id; one that means two courses means none. */
    private function course(array $action): stdClass
    {
        global $DB;
        $key = $action['course'];
        $found = $DB->get_records('course', ['idnumber' => $key]);
        if (ctype_digit($key) && strlen($key) < 16) {
            $found += $DB->get_records('course', ['id' => (int) $key]);
        }
        if ($found === []) {
            throw new refusal('not_found', 'There is no such course.');
        }
        return count($found) === 1 ? reset($found) : throw new refusal('conflict', 'Two courses answer to this id.');
    }

    private function user(array $action): ?stdClass
    {
        global $DB;
        $found = $DB->get_records('user', ['idnumber' => $action['learner'], 'deleted' => 0]);
        if (count($found) > 1) {
            $known = (int) ($action['learner_remote_id'] ?? 0);
            return $found[$known] ?? throw new refusal('conflict', 'Several accounts have this id number.');
        }
        return reset($found) ?: null;
    }

    private function account(array $action): array
    {
        global $CFG, $DB;
        $erased = !isset($action['email']) && !isset($action['first_name']) && !isset($action['family_name']);
        $wanted = [
            'firstname' => $action['first_name'] ?? '',
            'lastname' => $action['family_name'] ?? '',
            'email' => $action['email'] ?? ($erased ? $action['login'] . '@example.invalid' : ''),
            'suspended' => isset($action['suspended']) ? (string) (int) $action['suspended'] : '',
        ];
        $user = $this->user($action);
        if ($user === null || $erased) { // What is not told stays as it is; Moodle insists on names.
            $wanted = ['firstname' => $wanted['firstname'] ?: '-', 'lastname' => $wanted['lastname'] ?: '-'] + $wanted;
        }
        if ($user === null && $erased) {
            return ['status' => 'unchanged'];
        }
        if ($user === null) {
            $login = \core_text::strtolower($action['login'] ?? '');
            $taken = $DB->record_exists('user', ['username' => $login, 'mnethostid' => $CFG->mnet_localhost_id]);
            if ($login === '' || $wanted['email'] === '' || $taken) {
                throw $taken ? new refusal('conflict', 'Another account has this login.')
                    : new refusal('invalid', 'An account needs a login and an email address.');
            }
            $id = user_create_user((object) (['suspended' => (int) $wanted['suspended']] + $wanted + ['username' => $login, 'idnumber' => $action['learner'],
                'auth' => 'manual', 'confirmed' => 1, 'mnethostid' => $CFG->mnet_localhost_id]), false);
            set_user_preference('create_password', 1, $id); // Cron makes one and sends it.
            return ['status' => 'applied', 'remote_id' => (string) $id];
        }
        if ($erased) {
            $wanted['username'] = $action['login'];
        }
        $changes = array_filter($wanted, static fn ($value, $name) => $value !== '' && (string) $user->$name !== (string) $value,
            ARRAY_FILTER_USE_BOTH);
        if ($changes !== []) {
            user_update_user((object) (['id' => $user->id] + $changes), false);
        }
        return ['status' => $changes === [] ? 'unchanged' : 'applied', 'remote_id' => (string) $user->id];
    }

    private function place(array $action): array
    {
        global $DB;
        if (($action['container'] ?? 'course') === 'cohort') {
            return $this->membership($action);
        }
        $course = $this->course($action);
        $user = $this->user($action) ?? throw new refusal('not_found', 'There is no such account.');
        $instance = $DB->get_record('enrol', ['courseid' => $course->id, 'enrol' => 'manual', 'status' => ENROL_INSTANCE_ENABLED],
            '*', IGNORE_MULTIPLE) ?: throw new refusal('invalid', 'The course has no manual enrolment.');
        $manual = enrol_get_plugin('manual');
        if ($action['access'] === 'absent') {
            $manual->unenrol_user($instance, $user->id);
        } else {
            $role = $DB->get_field('role', 'id', ['shortname' => 'student'], MUST_EXIST);
            $manual->enrol_user($instance, $user->id, $role, $this->seconds($action['from'] ?? ''),
                $this->seconds($action['until'] ?? ''),
                $action['access'] === 'suspended' ? ENROL_USER_SUSPENDED : ENROL_USER_ACTIVE);
            $this->groups($course, $user, $action['groups'] ?? [], $action['leave_groups'] ?? []);
        }
        return ['status' => 'applied', 'observed' => $this->seen($action)];
    }

    /** Into the new groups first: nobody is in none meanwhile. */
    private function groups(stdClass $course, stdClass $user, array $join, array $leave): void
    {
        foreach ($join as $name) {
            $id = groups_get_group_by_name($course->id, $name)
                ?: groups_create_group((object) ['courseid' => $course->id, 'name' => $name]);
            groups_add_member($id, $user->id);
        }
        foreach ($leave as $name) {
            $id = groups_get_group_by_name($course->id, $name);
            if ($id) {
                groups_remove_member($id, $user->id);
            }
        }
    }

    private function membership(array $action): array
    {
        global $CFG;
        require_once($CFG->dirroot . '/cohort/lib.php');
        $cohort = $this->cohort($action);
        $user = $this->user($action) ?? throw new refusal('not_found', 'There is no such account.');
        if ($action['access'] === 'active') {
            cohort_add_member($cohort->id, $user->id);
        } else {
            cohort_remove_member($cohort->id, $user->id);
        }
        return ['status' => 'applied', 'observed' => cohort_is_member($cohort->id, $user->id) ? 'active' : 'absent'];
    }

    private function cohort(array $action): stdClass
    {
        global $DB;
        $key = preg_replace('/^cohort:/', '', $action['course']);
        return $DB->get_record('cohort', ['idnumber' => $key]) ?: throw new refusal('not_found', 'There is no such cohort.');
    }

    private function seen(array $action): string
    {
        global $CFG;
        $user = $this->user($action);
        if ($user === null) {
            return 'absent';
        }
        if (($action['container'] ?? 'course') === 'cohort') {
            require_once($CFG->dirroot . '/cohort/lib.php');
            return cohort_is_member($this->cohort($action)->id, $user->id) ? 'active' : 'absent';
        }
        $context = \context_course::instance($this->course($action)->id);
        return is_enrolled($context, $user, '', true) ? 'active' : (is_enrolled($context, $user) ? 'suspended' : 'absent');
    }

    private function seconds(string $moment): int
    {
        return $moment === '' ? 0 : max(0, (new \DateTimeImmutable($moment))->getTimestamp());
    }
}
