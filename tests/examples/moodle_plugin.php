<?php

/**
 * The plugin for Moodle, in a Moodle made of arrays: what becomes of each action, and that every file can be read.
 *
 *     php tests/examples/moodle_plugin.php
 */

declare(strict_types=1);

// -- as much of Moodle as the plugin calls -------------------------------------------------------------------------

const MOODLE_INTERNAL = true;
const MUST_EXIST = 2;
const IGNORE_MULTIPLE = 1;
const ENROL_INSTANCE_ENABLED = 0;
const ENROL_USER_ACTIVE = 0;
const ENROL_USER_SUSPENDED = 1;

final class Database
{
    /** @var array<string, array<int, stdClass>> by table and id */
    public array $tables = ['user' => [], 'course' => [], 'enrol' => [], 'role' => [], 'cohort' => []];

    public function add(string $table, array $row): int
    {
        $id = $row['id'] ?? count($this->tables[$table]) + 1;
        $this->tables[$table][$id] = (object) (['id' => $id] + $row);
        return $id;
    }

    public function get_records(string $table, array $where): array
    {
        return array_filter($this->tables[$table], static function ($row) use ($where) {
            foreach ($where as $name => $value) {
                if (($row->$name ?? null) != $value) {
                    return false;
                }
            }
            return true;
        });
    }

    public function get_record(string $table, array $where, string $fields = '*', int $strict = 0): stdClass|false
    {
        return array_values($this->get_records($table, $where))[0] ?? false;
    }

    public function record_exists(string $table, array $where): bool
    {
        return $this->get_records($table, $where) !== [];
    }

    public function get_field(string $table, string $field, array $where, int $strict = 0): mixed
    {
        return $this->get_record($table, $where)->$field;
    }
}

final class Manual
{
    /** @var array<string, array{int, int, int}> start, end and status by course and user */
    public array $places = [];

    public function enrol_user(stdClass $instance, int $user, int $role, int $start, int $end, int $status): void
    {
        $this->places["$instance->courseid $user"] = [$start, $end, $status];
    }

    public function unenrol_user(stdClass $instance, int $user): void
    {
        unset($this->places["$instance->courseid $user"]);
    }
}

final class context_course
{
    public static function instance(int $course): stdClass
    {
        return (object) ['course' => $course];
    }
}

final class core_text
{
    public static function strtolower(string $text): string
    {
        return strtolower($text);
    }

    public static function substr(string $text, int $start, int $length): string
    {
        preg_match('/^.{' . $start . '}(.{0,' . $length . '})/us', $text, $found);
        return $found[1] ?? '';
    }
}

function enrol_get_plugin(string $name): Manual
{
    static $manual = new Manual();
    return $manual;
}

function is_enrolled(stdClass $context, stdClass $user, string $capability = '', bool $active = false): bool
{
    $place = enrol_get_plugin('manual')->places["$context->course $user->id"] ?? null;
    return $place !== null && (!$active || $place[2] === ENROL_USER_ACTIVE);
}

function user_create_user(object $user, bool $password): int
{
    return $GLOBALS['DB']->add('user', (array) $user + ['deleted' => 0]);
}

function user_update_user(object $changes, bool $password): void
{
    foreach ((array) $changes as $name => $value) {
        $GLOBALS['DB']->tables['user'][$changes->id]->$name = $value;
    }
}

function set_user_preference(string $name, int $value, int $user): void
{
}

$members = [];

function cohort_add_member(int $cohort, int $user): void
{
    $GLOBALS['members']["$cohort $user"] = true;
}

function cohort_remove_member(int $cohort, int $user): void
{
    unset($GLOBALS['members']["$cohort $user"]);
}

function cohort_is_member(int $cohort, int $user): bool
{
    return isset($GLOBALS['members']["$cohort $user"]);
}

$groups = [];

function groups_get_group_by_name(int $course, string $name): int|false
{
    return array_search([$course, $name], array_map(static fn ($group) => [$group[0], $group[1]], $GLOBALS['groups']), true);
}

function groups_create_group(stdClass $group): int
{
    $GLOBALS['groups'][count($GLOBALS['groups']) + 1] = [$group->courseid, $group->name, []];
    return count($GLOBALS['groups']);
}

function groups_add_member(int $group, int $user): void
{
    $GLOBALS['groups'][$group][2][$user] = true;
}

function groups_remove_member(int $group, int $user): void
{
    unset($GLOBALS['groups'][$group][2][$user]);
}

// -- the tests -----------------------------------------------------------------------------------------------------

$plugin = dirname(__DIR__, 2) . '/examples/moodle/local_provost';
foreach (new RecursiveIteratorIterator(new RecursiveDirectoryIterator($plugin, FilesystemIterator::SKIP_DOTS)) as $file) {
    exec(escapeshellarg(PHP_BINARY) . ' -l ' . escapeshellarg((string) $file) . ' 2>&1', $lines, $status);
    expect($status === 0, "$file can not be read");
}

$CFG = (object) ['libdir' => sys_get_temp_dir() . '/provost-moodle-' . getmypid(), 'mnet_localhost_id' => 1];
$CFG->dirroot = $CFG->libdir;
foreach (['', '/user', '/group', '/cohort'] as $folder) {
    mkdir($CFG->libdir . $folder);
}
foreach (['/enrollib.php', '/user/lib.php', '/group/lib.php', '/cohort/lib.php'] as $file) {
    file_put_contents($CFG->libdir . $file, '<?php');
}
$DB = new Database();
$course = $DB->add('course', ['id' => 7, 'idnumber' => 'COOK-1']);
$DB->add('enrol', ['courseid' => 7, 'enrol' => 'manual', 'status' => 0]);
$DB->add('role', ['id' => 5, 'shortname' => 'student']);
require "$plugin/classes/refusal.php";
require "$plugin/classes/site.php";
$site = new local_provost\site();
register_shutdown_function(static fn () => exec('rm -r ' . escapeshellarg($GLOBALS['CFG']->libdir)));

function expect(bool $holds, string $what): void
{
    if (!$holds) {
        fwrite(STDERR, "not so: $what\n");
        exit(1);
    }
}

function carried(array $action): array
{
    return $GLOBALS['site']->carry_out(['op_id' => 'x'] + $action);
}

$account = ['kind' => 'upsert_learner', 'learner' => 'A1', 'login' => 'Ada.L', 'email' => 'ada@example.invalid',
    'first_name' => 'Ada', 'family_name' => "O'Hara"];
$place = ['kind' => 'upsert_enrolment', 'course' => 'COOK-1', 'learner' => 'A1', 'access' => 'active'];

expect(carried(['kind' => 'link_course', 'course' => 'COOK-1'])['remote_id'] === '7', 'a course is found by its number');
expect(carried(['kind' => 'link_course', 'course' => '7'])['remote_id'] === '7', 'or by its id');
expect(carried(['kind' => 'link_course', 'course' => 'NONE'])['error'] === 'not_found', 'or not at all');
expect(carried($place)['error'] === 'not_found', 'nobody is enrolled without an account');
expect(carried($account)['status'] === 'applied', 'an account is made');
expect($DB->tables['user'][1]->username === 'ada.l' && !isset($DB->tables['user'][1]->password), 'without a password');
expect(carried($account)['status'] === 'unchanged' && count($DB->tables['user']) === 1, 'once');
expect(carried(['learner' => 'B1'] + $account)['error'] === 'conflict', 'a login belongs to one');
expect(carried(['family_name' => 'New'] + $account)['status'] === 'applied', 'and is brought up to date');
expect($DB->tables['user'][1]->lastname === 'New', 'with the new name');
$DB->tables['user'][1]->suspended = '1';
expect(carried(array_diff_key(['family_name' => 'New'] + $account, ['first_name' => '']))['status'] === 'unchanged', 'as it is');
expect($DB->tables['user'][1]->suspended === '1' && $DB->tables['user'][1]->firstname === 'Ada', 'suspended by another hand');
expect(carried(['suspended' => false, 'family_name' => 'New'] + $account)['status'] === 'applied', 'until it is told');
expect($DB->tables['user'][1]->suspended === '0', 'that it is open');

expect(carried($place + ['groups' => ['North']])['observed'] === 'active', 'a place is active');
expect($groups[1][2] === [1 => true], 'and in its group');
expect(carried($place + ['groups' => ['South'], 'leave_groups' => ['North']])['status'] === 'applied', 'it changes groups');
expect($groups[1][2] === [] && $groups[2][2] === [1 => true], 'from one to the other');
expect(carried(['access' => 'suspended', 'until' => '2030-01-01T00:00:00Z'] + $place)['observed'] === 'suspended', 'suspended');
expect(enrol_get_plugin('manual')->places['7 1'] === [0, 1893456000, 1], 'with its window');
expect(carried(['kind' => 'look_up_enrolment'] + $place)['observed'] === 'suspended', 'a look-up tells');
expect(carried(['access' => 'absent'] + $place)['observed'] === 'absent', 'and taken away when that is wanted');
expect(carried(['kind' => 'look_up_enrolment', 'learner' => 'B1'] + $place)['observed'] === 'absent', 'of nobody, too');

$DB->add('cohort', ['idnumber' => 'k']);
$cohort = ['container' => 'cohort', 'course' => 'k'] + $place;
expect(carried(['kind' => 'look_up_enrolment'] + $cohort)['observed'] === 'absent', 'nobody is in the cohort');
expect(carried($cohort)['observed'] === 'active', 'then somebody is');
expect(carried(['kind' => 'look_up_enrolment'] + $cohort)['observed'] === 'active', 'which a look-up tells');

expect(carried(['kind' => 'upsert_learner', 'learner' => 'A1', 'login' => 'erased-7'])['status'] === 'applied', 'erased');
expect($DB->tables['user'][1]->username === 'erased-7' && $DB->tables['user'][1]->lastname === '-', 'overwritten');
$DB->add('user', ['idnumber' => 'A1', 'deleted' => 0]);
expect(carried($account)['error'] === 'conflict', 'two accounts with one number are none');
expect(carried(['kind' => 'dance'])['error'] === 'unsupported', 'what it does not know it says');
echo "the plugin does as it is told\n";
