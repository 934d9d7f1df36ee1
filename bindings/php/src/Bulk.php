<?php

/**
 * Prerequisites of many learners at once.
 */

declare(strict_types=1);

namespace Provost;

use DateTimeImmutable;
use DateTimeInterface;
use DateTimeZone;
use Provost\Exception\InvalidException;
use Provost\Exception\ProvostException;
use Provost\Native\BulkHandle;

/**
 * Rules, and what learners have done, for judging many at once; no engine, no store. Rules are compiled once over
 * columns, then pairs of a learner and a rule are judged. Since 0.1.
 *
 * Columns are strings as pack() makes them, in rows of any order: keys of yours by pack('q*', ...), days (Bulk::day(),
 * Bulk::NO_DAY) and levels by pack('l*', ...), the rest by pack('C*', ...). A column that is null or '' says nothing.
 * Memory of the library is not counted by memory_limit.
 */
final class Bulk
{
    /** In a column of days: no day. Since 0.1. */
    public const NO_DAY = -2147483648;

    /** What marks are called, by their numbers; from 2 on they admit. Since 0.1. */
    public const MARKS = ['not_met', 'unknown', 'partly_met', 'met'];

    /** Numbers of the states of a participant. Since 0.1. */
    public const STATES = [
        'none' => 0, 'requested' => 1, 'reserved' => 2, 'waiting' => 3, 'registered' => 4, 'in_progress' => 5,
        'on_hold' => 6, 'passed' => 7, 'failed' => 8, 'cancelled' => 9, 'rejected' => 10, 'moved' => 11,
        'replaced' => 12,
    ];

    /** Numbers of the kinds of facts. Since 0.1. */
    public const FACT_KINDS = ['skill' => 0, 'job_profile' => 1, 'course' => 2, 'course_template' => 3,
        'usi_verified' => 4, 'fees_settled' => 5];

    /** In the parts of a rule that has fewer than the largest one: no part. Since 0.1. */
    public const NO_PART = 255;

    /**
     * How many rules, learners and rows there are, the parts of the largest rule, and the bytes it all takes.
     *
     * @var array{bytes: int, learners: int, parts: int, rows: int, rules: int}
     */
    public readonly array $summary;

    private readonly BulkHandle $handle;

    /**
     * @param list<array<string, mixed>> $rules each with a "key" of yours, "bundles" as in
     *        prerequisites.define_prerequisites, and "minimum" where it is not "completed"; items name courses and
     *        everything else by their numbers in the columns, or by a name that stands in $things
     * @param list<array<string, mixed>> $things ['kind' => 'skill', 'key' => 9, 'name' => 'welding']; groups of courses
     *        and learning paths stand here with their "courses", templates that have one with their "subject"
     * @param string|null $learners everybody: a question about somebody else is refused then; null: whoever stands in
     *        no row has done nothing
     * @param array<string, string|null> $places learner, course, state; and, if wanted, course_template, enrolled_on,
     *        started_on, ended_on, valid_until
     * @param array<string, string|null> $achievements of subjects: learner, subject, end_on; successful
     * @param array<string, string|null> $members of groups of people: learner, group
     * @param array<string, string|null> $facts learner, kind, about; holds, level, from_on, until_on
     * @throws ProvostException with pointer ("/places/state/7", "/rules/0/bundles/1/items/2")
     */
    public function __construct(
        array $rules,
        array $things = [],
        ?string $learners = null,
        array $places = [],
        array $achievements = [],
        array $members = [],
        array $facts = [],
    ) {
        $document = Document::encode(['rules' => $rules, 'things' => $things]);
        $groups = ['places' => $places, 'achievements' => $achievements, 'members' => $members, 'facts' => $facts];
        $this->handle = new BulkHandle($document, $learners, $groups);
        $this->summary = Document::decode($this->handle->summary);
    }

    private function __clone()
    {
    }

    /**
     * The mark of each pair on that day, one byte each: what a registration would find then. Best in batches of some
     * thousands, in any order. Since 0.1. [IMC-PRE-22]
     *
     * @param string $learners packed keys
     * @param string $rules packed keys of the rules, one for each learner
     * @param int|string $day for all, or packed for each
     * @return string unpack('C*', ...) makes numbers of it
     * @throws ProvostException learner.unknown, rule.unknown, column.out-of-range with the place of the first pair that
     *         is wrong ("/rules/3"), column.length
     */
    public function judge(string $learners, string $rules, int|string $day): string
    {
        return $this->handle->judge($learners, $rules, $day, 0)[0];
    }

    /**
     * The marks, and those of the parts: $summary['parts'] bytes for each pair with the marks of its rule, then of each
     * bundle followed by its items in the order of the document, then NO_PART. What is only recommended is left out.
     * Since 0.1. [IMC-PRE-22]
     *
     * @return array{string, string}
     * @throws ProvostException as judge()
     */
    public function explain(string $learners, string $rules, int|string $day): array
    {
        return $this->handle->judge($learners, $rules, $day, $this->summary['parts']);
    }

    /**
     * A day as columns hold it: days from 1970-01-01. Since 0.1.
     *
     * @param DateTimeInterface|string $day its date, in its own zone; or YYYY-MM-DD
     * @throws InvalidException date.malformed
     */
    public static function day(DateTimeInterface|string $day): int
    {
        $text = is_string($day) ? $day : $day->format('Y-m-d');
        $midnight = DateTimeImmutable::createFromFormat('!Y-m-d', $text, new DateTimeZone('UTC'));
        if ($midnight === false || $midnight->format('Y-m-d') !== $text) {
            throw new InvalidException('A day looks like 2026-06-30.', 'date.malformed', '/day');
        }
        return intdiv($midnight->getTimestamp(), 86400);
    }
}
