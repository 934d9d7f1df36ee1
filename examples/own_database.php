<?php

/**
 * A host that keeps its own records, in PHP: here in arrays, in life in its own tables. Provost decides; the host
 * fetches what the decision needs and writes what it says. Nothing is stored anywhere else, and nothing is called back.
 *
 *     php own_database.php
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Answer;
use Provost\Decide;
use Provost\Decision;

require_once __DIR__ . '/../bindings/php/autoload.php';

/**
 * The host's database. A record is kept as Provost writes it; a table needs an index for each key that is asked for.
 */
final class OwnDatabase
{
    /** The members that an index is made of, by kind; every kind has "id" besides. docs/schemas lists them. */
    private const INDEXES = [
        'location' => ['key' => ['key']],
        'course_type' => ['key' => ['key']],
        'course_type_version' => ['number' => ['course_type', 'number']],
        'subject' => ['code' => ['code']],
        'course_template' => ['external_id' => ['external_id'], 'course_type' => ['course_type']],
        'course_template_version' => ['number' => ['course_template', 'number']],
        'course' => ['external_id' => ['external_id'], 'course_template' => ['course_template']],
        'seats' => ['course' => ['course']],
        'learner' => ['login' => ['login_key'], 'client_id' => ['client_id']],
        'enrolment' => ['learner_course' => ['learner', 'course'], 'course' => ['course']],
        'program_enrolment' => ['learner' => ['learner']],
        'lms_access' => ['learner_course' => ['learner', 'course']],
    ];

    /** @var array<string, array<int, array<string, mixed>>> kind => id => record */
    private array $tables = [];
    private int $lastId = 0;
    /** @var list<array<string, mixed>> messages to be sent, committed with what they tell of */
    public array $outbox = [];

    /**
     * What Provost asks for: all records of a kind whose index has these values. In SQL, one SELECT.
     *
     * @param list<string> $values
     * @return list<array<string, mixed>>
     */
    public function fetch(string $kind, string $index, array $values): array
    {
        if ($index !== 'id' && !isset(self::INDEXES[$kind])) {
            return []; // of other kinds, clearances say, this college has none
        }
        $members = $index === 'id' ? ['id'] : self::INDEXES[$kind][$index] ?? throw new LogicException("$kind.$index");
        $found = [];
        foreach ($this->tables[$kind] ?? [] as $record) {
            if (array_map(static fn (string $member) => (string) ($record[$member] ?? ''), $members) === $values) {
                $found[] = $record;
            }
        }
        return $found;
    }

    /**
     * Ids that no record has. In SQL, a sequence; unused ones may be lost.
     *
     * @return list<int>
     */
    public function reserve(int $count): array
    {
        $first = $this->lastId + 1;
        $this->lastId += $count;
        return range($first, $this->lastId);
    }

    /**
     * Writes what was decided, or nothing when a record has moved since it was read. In SQL, one serialisable
     * transaction: others may have added records that were asked for and not found.
     */
    public function commit(Decision $decision): bool
    {
        foreach ($decision->reads as ['kind' => $kind, 'id' => $id, 'version' => $version]) {
            if (($this->tables[$kind][$id]['version'] ?? 0) !== $version) {
                return false;
            }
        }
        foreach ($decision->writes as ['kind' => $kind, 'id' => $id, 'record' => $record]) {
            $this->tables[$kind][$id] = $record;
        }
        array_push($this->outbox, ...$decision->intents);
        return true;
    }
}

/**
 * Carries a request out: decide, write, and decide anew when somebody else was quicker.
 *
 * @param array<string, mixed> $request
 */
function carryOut(OwnDatabase $database, array $request): Answer
{
    $decide = new Decide($database->fetch(...), $database->reserve(...));
    do {
        $decision = $decide->run($request + ['recorded' => '2026-02-02T09:00+11:00']);
    } while (!$database->commit($decision));
    return $decision->answer;
}

$database = new OwnDatabase();
$setUp = [
    ['verb' => 'organisation.define_location', 'record' => [
        'key' => 'M', 'name' => 'Main campus', 'zone' => 'Australia/Melbourne',
    ]],
    ['verb' => 'catalogue.define_course_type', 'course_type' => '320', 'name' => 'Online'],
    ['verb' => 'catalogue.define_template', 'external_id' => 'COOK', 'course_type' => '320', 'name' => 'Cooking',
        'duration' => '6 M'],
    ['verb' => 'catalogue.define_course', 'external_id' => 'COOK-1', 'course_template' => 'COOK', 'location' => 'M',
        'duration' => '6 M', 'max_participants' => 1,
        'waiting_list' => false],
];
foreach (['ana', 'ben'] as $i => $login) {
    $setUp[] = ['verb' => 'people.define_learner', 'login' => $login, 'family_name' => ucfirst($login),
        'birth_date' => '2004-05-06', 'client_id' => "C$i"];
}
foreach ($setUp as $request) {
    echo $request['verb'], ': ', carryOut($database, $request)->verdict, "\n";
}

// The course has one seat: Ana gets it, asking again changes nothing, Ben is refused and told why.
foreach (['ana', 'ana', 'ben'] as $login) {
    $answer = carryOut($database, [
        'verb' => 'registration.register_learner', 'course' => 'COOK-1', 'learner' => $login,
        'effective' => '2026-02-01T10:00+11:00', 'detail' => 'reason',
    ]);
    echo "$login: $answer->verdict", $answer->sentence === '' ? '' : ". $answer->sentence", "\n";
}

foreach ($database->outbox as ['learner' => $learner, 'start_state' => $before, 'target_state' => $after]) {
    echo "tell {$database->fetch('learner', 'id', [(string) $learner])[0]['login']}: from $before to $after\n";
}
