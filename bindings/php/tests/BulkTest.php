<?php

/**
 * Judging prerequisites in bulk: packed columns in, packed marks out; what is refused, with its place.
 */

declare(strict_types=1);

namespace Provost\Tests;

use DateTimeImmutable;
use Provost\Bulk;
use Provost\Exception\InvalidException;
use Provost\Exception\NotFoundException;
use Provost\Provost;

final class BulkTest extends TestCase
{
    // The same as in tests/capi/bulk_test.cpp and bindings/python/tests/test_bulk.py: learner 10 passed course 1 of
    // template 4 and has the skill; 11 is registered in course 2 of template 5.
    private const RULES = [
        ['key' => 100, 'bundles' => [
            ['items' => [['course' => 'WELD-1'], ['skill' => 'welding', 'level' => 2]]],
            ['items' => [['course_template' => 5, 'minimum' => 'enrolled']]],
        ]],
        ['key' => 200],
    ];
    private const THINGS = [
        ['kind' => 'course', 'key' => 1, 'name' => 'WELD-1'],
        ['kind' => 'skill', 'key' => 9, 'name' => 'welding'],
    ];

    /** @rows IMC-PRE-22 */
    public function testMarksAndPartsComeOutOfPackedColumns(): void
    {
        $bulk = $this->bulk();
        $this->assertSame([2, 6, 3, 2], [$bulk->summary['learners'], $bulk->summary['parts'], $bulk->summary['rows'],
            $bulk->summary['rules']]);
        [$learners, $rules] = [pack('q*', 10, 11, 12, 12), pack('q*', 100, 100, 100, 200)];
        $this->assertSame([3, 2, 0, 3], $this->numbers($bulk->judge($learners, $rules, 120)));
        $this->assertSame([0, 0, 0, 3], $this->numbers($bulk->judge($learners, $rules, pack('l*', 109, 99, 1, 1))));
        [$marks, $parts] = $bulk->explain($learners, $rules, Bulk::day('1970-05-01'));
        $this->assertSame([3, 2, 0, 3], $this->numbers($marks));
        $expected = [3, 3, 3, 3, 0, 0, 2, 0, 0, 1, 2, 2, 0, 0, 0, 1, 0, 0, 3];
        $this->assertSame([...$expected, ...array_fill(0, 5, Bulk::NO_PART)], $this->numbers($parts));
        $this->assertSame('', $bulk->judge('', '', 120));
        $this->assertSame(['', ''], $bulk->explain('', '', ''));
    }

    public function testColumnsThatDoNotFit(): void
    {
        $code = fn (string $code, array $places) => $this->assertThrows(
            InvalidException::class,
            $code,
            fn () => $this->bulk(places: $places),
        )->pointer;
        $this->assertSame('', $code('column.missing', ['state' => null]));
        $this->assertSame('', $code('column.length', ['course' => pack('q', 1)]));
        $this->assertSame('/places/course', $code('argument.invalid', ['course' => 'x']));
        $this->assertSame('/places/states', $code('argument.invalid', ['states' => 'xx']));
        $this->assertSame('/places/state/1', $code('column.out-of-range', ['state' => pack('C*', 4, 99)]));
        $this->assertSame('/places/ended_on/0', $code('column.out-of-range', ['ended_on' => pack('l*', 2932897, 0)]));
    }

    public function testRulesThatDoNotFit(): void
    {
        $undeclared = [['key' => 1, 'bundles' => [['items' => [['skill' => 'x']]]]]];
        $error = $this->assertThrows(NotFoundException::class, 'name.undeclared', fn () => new Bulk($undeclared));
        $this->assertSame('/rules/0/bundles/0/items/0', $error->pointer);
        $twice = fn () => new Bulk([['key' => 1], ['key' => 1]]);
        $this->assertSame('/rules/1', $this->assertThrows(InvalidException::class, 'rule.repeated', $twice)->pointer);
    }

    public function testQuestionsThatDoNotFit(): void
    {
        $bulk = $this->bulk(pack('q*', 10, 11));
        $judge = static fn (array $learners, array $rules, int|string $day) =>
            fn () => $bulk->judge(pack('q*', ...$learners), pack('q*', ...$rules), $day);
        $unknown = $this->assertThrows(NotFoundException::class, 'learner.unknown', $judge([10, 12], [100, 100], 1));
        $this->assertSame('/learners/1', $unknown->pointer);
        $unknown = $this->assertThrows(NotFoundException::class, 'rule.unknown', $judge([10, 11], [100, 300], 1));
        $this->assertSame('/rules/1', $unknown->pointer);
        foreach ([[[100], 1], [[100, 100], pack('l', 1)]] as [$rules, $day]) {
            $this->assertThrows(InvalidException::class, 'column.length', $judge([10, 11], $rules, $day));
        }
        foreach ([pack('l*', 1, Bulk::NO_DAY) => '/days/1', 2 ** 40 => '/day/0'] as $day => $pointer) {
            $wrong = $judge([10, 11], [100, 100], $day);
            $error = $this->assertThrows(InvalidException::class, 'column.out-of-range', $wrong);
            $this->assertSame($pointer, $error->pointer);
        }
        $nobody = $this->bulk('');
        $ask = static fn () => $nobody->judge(pack('q', 99), pack('q', 200), 1);
        $this->assertThrows(NotFoundException::class, 'learner.unknown', $ask);
    }

    public function testDaysAndNumbersAreThoseOfTheRecords(): void
    {
        $evening = new DateTimeImmutable('2026-03-01T23:59+11:00');
        $this->assertSame([-1, 20513, 20513], [Bulk::day('1969-12-31'), Bulk::day('2026-03-01'), Bulk::day($evening)]);
        $this->assertThrows(InvalidException::class, 'date.malformed', fn () => Bulk::day('2026-02-30'));
        $words = static fn (string $schema, string $member): array => array_values(array_filter(
            Provost::schema($schema)['properties'][$member]['enum'] ?? [],
        ));
        $this->assertSame($words('enrolment', 'state'), array_keys(Bulk::STATES));
        $this->assertSame($words('people.state_fact', 'kind'), array_keys(Bulk::FACT_KINDS));
    }

    /**
     * @param array<string, string|null> $places that differ
     */
    private function bulk(?string $learners = null, array $places = []): Bulk
    {
        return new Bulk(
            self::RULES,
            self::THINGS,
            learners: $learners,
            places: $places + [
                'learner' => pack('q*', 11, 10),
                'course' => pack('q*', 2, 1),
                'course_template' => pack('q*', 5, 4),
                'state' => pack('C*', Bulk::STATES['registered'], Bulk::STATES['passed']),
                'enrolled_on' => pack('l*', 100, 90),
                'ended_on' => pack('l*', Bulk::NO_DAY, 110),
            ],
            facts: [
                'learner' => pack('q', 10),
                'kind' => pack('C', Bulk::FACT_KINDS['skill']),
                'about' => pack('q', 9),
                'level' => pack('l', 3),
            ],
        );
    }

    /** @return list<int> */
    private function numbers(string $packed): array
    {
        return array_values(unpack('C*', $packed));
    }
}
