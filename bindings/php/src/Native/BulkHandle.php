<?php

/**
 * Rules and what learners have done, compiled by the library: owns them, and frees them at the end.
 */

declare(strict_types=1);

namespace Provost\Native;

use FFI;
use FFI\CData;
use Provost\Exception\InvalidException;

/**
 * Packed columns in, packed marks out. Internal: use Provost\Bulk.
 */
final class BulkHandle
{
    /** Columns by their groups: their member in provost_columns, and what a value is there. */
    private const COLUMNS = [
        'places' => [
            'learner' => ['place_learner', 'int64_t'],
            'course' => ['place_course', 'int64_t'],
            'course_template' => ['place_template', 'int64_t'],
            'state' => ['place_state', 'uint8_t'],
            'enrolled_on' => ['place_enrolled_on', 'int32_t'],
            'started_on' => ['place_started_on', 'int32_t'],
            'ended_on' => ['place_ended_on', 'int32_t'],
            'valid_until' => ['place_valid_until', 'int32_t'],
        ],
        'achievements' => [
            'learner' => ['achievement_learner', 'int64_t'],
            'subject' => ['achievement_subject', 'int64_t'],
            'end_on' => ['achievement_end_on', 'int32_t'],
            'successful' => ['achievement_successful', 'uint8_t'],
        ],
        'members' => [
            'learner' => ['member_learner', 'int64_t'],
            'group' => ['member_group', 'int64_t'],
        ],
        'facts' => [
            'learner' => ['fact_learner', 'int64_t'],
            'kind' => ['fact_kind', 'uint8_t'],
            'about' => ['fact_about', 'int64_t'],
            'holds' => ['fact_holds', 'uint8_t'],
            'level' => ['fact_level', 'int32_t'],
            'from_on' => ['fact_from_on', 'int32_t'],
            'until_on' => ['fact_until_on', 'int32_t'],
        ],
    ];

    private const WIDTHS = ['int64_t' => 8, 'int32_t' => 4, 'uint8_t' => 1];

    public readonly string $summary;

    private ?CData $bulk = null;

    /** @var list<CData> what pointers in a struct point to: PHP does not keep it by itself */
    private array $kept = [];

    /**
     * @param array<string, array<string, string|null>> $groups packed columns by group and name
     */
    public function __construct(string $document, ?string $learners, array $groups)
    {
        $ffi = Library::ffi();
        $columns = $ffi->new('provost_columns');
        $columns->size = FFI::sizeof($columns);
        if ($learners !== null) {
            // Nobody at all is everybody, too: the pointer says that they are told.
            $columns->learners = self::count('learners', 'int64_t', $learners);
            $columns->learner = $this->pointer('int64_t', $learners === '' ? "\0\0\0\0\0\0\0\0" : $learners);
        }
        foreach ($groups as $group => $given) {
            $columns->$group = $this->fill($columns, $group, $given);
        }
        $bulk = $ffi->new('provost_bulk *');
        $arguments = [$document, strlen($document), FFI::addr($columns), FFI::addr($bulk)];
        $this->summary = Call::text('provost_bulk_open', ...$arguments);
        $this->bulk = $bulk;
        $this->kept = [];
    }

    public function __destruct()
    {
        if ($this->bulk !== null) {
            Library::ffi()->provost_bulk_free($this->bulk);
        }
    }

    private function __clone()
    {
    }

    /**
     * @param int|string $day for all pairs, or packed for each
     * @return array{string, string} marks and parts, packed
     */
    public function judge(string $learners, string $rules, int|string $day, int $each): array
    {
        $ffi = Library::ffi();
        $pairs = $ffi->new('provost_pairs');
        $pairs->size = FFI::sizeof($pairs);
        $pairs->pairs = $count = self::count('learners', 'int64_t', $learners);
        self::check('rules', $count, self::count('rules', 'int64_t', $rules));
        if (is_string($day)) {
            self::check('days', $count, self::count('days', 'int32_t', $day));
        } else {
            $pairs->one_day = $day >= -2147483648 && $day <= 2147483647 ? $day : $ffi->PROVOST_NO_DAY;
        }
        if ($count === 0) {
            return ['', ''];
        }
        [$marks, $parts] = [$ffi->new("uint8_t[$count]"), null];
        [$pairs->learner, $pairs->rule] = [$this->pointer('int64_t', $learners), $this->pointer('int64_t', $rules)];
        $pairs->day = is_string($day) ? $this->pointer('int32_t', $day) : null;
        $pairs->mark = $ffi->cast('uint8_t *', FFI::addr($marks));
        if ($each > 0) {
            $parts = $ffi->new('uint8_t[' . $count * $each . ']');
            FFI::memset($parts, 255, $count * $each);
            [$pairs->parts, $pairs->parts_each] = [$ffi->cast('uint8_t *', FFI::addr($parts)), $each];
        }
        try {
            Call::run('provost_bulk_judge', $this->bulk, FFI::addr($pairs));
        } finally {
            $this->kept = [];
        }
        return [FFI::string($marks, $count), $parts === null ? '' : FFI::string($parts, $count * $each)];
    }

    /**
     * @param array<string, string|null> $given
     * @return int the rows of the group
     */
    private function fill(CData $columns, string $group, array $given): int
    {
        $rows = null;
        foreach ($given as $name => $packed) {
            if ($packed === null || $packed === '') {
                continue;
            }
            [$member, $type] = self::COLUMNS[$group][$name] ?? throw self::unknown("$group/$name");
            $found = self::count("$group/$name", $type, $packed);
            self::check("$group/$name", $rows ??= $found, $found);
            $columns->$member = $this->pointer($type, $packed);
        }
        return $rows ?? 0;
    }

    /** A copy that is aligned and stays until the call is over. */
    private function pointer(string $type, string $packed): CData
    {
        $copy = Library::ffi()->new($type . '[' . strlen($packed) / self::WIDTHS[$type] . ']');
        FFI::memcpy($copy, $packed, strlen($packed));
        $this->kept[] = $copy;
        return Library::ffi()->cast("$type *", FFI::addr($copy));
    }

    private static function count(string $column, string $type, string $packed): int
    {
        if (strlen($packed) % self::WIDTHS[$type] !== 0) {
            $sentence = "The column $column is cut: its values have " . self::WIDTHS[$type] . ' bytes each.';
            throw new InvalidException($sentence, 'argument.invalid', "/$column", parameters: ['argument' => $column]);
        }
        return intdiv(strlen($packed), self::WIDTHS[$type]);
    }

    private static function check(string $column, int $expected, int $found): void
    {
        if ($expected !== $found) {
            $sentence = "The column $column has $found values where there must be $expected.";
            $parameters = ['column' => $column, 'expected' => (string) $expected, 'found' => (string) $found];
            throw new InvalidException($sentence, 'column.length', parameters: $parameters);
        }
    }

    private static function unknown(string $column): InvalidException
    {
        $sentence = "There is no column $column.";
        return new InvalidException($sentence, 'argument.invalid', "/$column", parameters: ['argument' => $column]);
    }
}
