<?php

/**
 * The pure door: a host with its own records asks, fetches and asks again.
 */

declare(strict_types=1);

namespace Provost\Tests;

use Provost\Decide;
use Provost\Decision;
use Provost\Exception\InvalidException;
use Provost\Exception\NotFoundException;

final class DecideTest extends TestCase
{
    /** Members of the indexes that a registration asks for. */
    private const INDEXES = [
        'course.external_id' => ['external_id'], 'learner.login' => ['login_key'], 'seats.course' => ['course'],
        'enrolment.learner_course' => ['learner', 'course'],
        'course_template_version.number' => ['course_template', 'number'],
        'program_enrolment.learner' => ['learner'], 'lms_access.learner_course' => ['learner', 'course'],
        'activity.learner_subject' => ['learner', 'subject'],
    ];

    private const REQUEST = ['verb' => 'registration.register_learner', 'course' => 'COOK-1', 'learner' => 'ana',
        'effective' => Story::ENROLLED, 'recorded' => Story::NOW];

    /** @var list<string> keys that were asked for, in order */
    private array $asked = [];

    /**
     * What is decided over a host's own records is what an engine decides over its store, byte for byte.
     *
     * @rows MIS-04
     */
    public function testTheAnswerIsTheEngines(): void
    {
        $engine = Story::engine();
        $records = [];
        foreach (['location', 'course_template_version', 'course', 'seats', 'learner'] as $kind) {
            $records[$kind] = iterator_to_array($engine->find($kind));
        }
        $decision = $this->decide($records)->run(self::REQUEST + ['detail' => 'full', 'ids' => range(12, 21)]);
        $expected = $engine->run(self::REQUEST + ['detail' => 'full']);
        $this->assertSame($expected->document, $decision->answer->document);
        foreach ($decision->writes as $write) {
            ksort($write['record']);
            $this->assertSame($engine->get($write['kind'], $write['id']), $write['record']);
        }
        $kept = iterator_to_array($engine->find('intent'), false)[0];
        $this->assertSame(['learner', 'registered', 'due'], [$kept['recipient'], $kept['target_state'], $kept['state']]);
        $this->assertSame([[]], array_map(fn (array $intent) => array_diff_assoc($intent, $kept), $decision->intents));
        $expected = array_column($decision->writes, 'expected', 'kind');
        $this->assertSame([0, 1], [$expected['enrolment'], $expected['seats']]);
        $this->assertSame(array_unique($this->asked), $this->asked);
        $this->assertSame(['course.external_id', 'learner.login'], array_slice($this->asked, 0, 2));
        $this->assertTrue(array_intersect(['seats', 'course'], array_column($decision->reads, 'kind')) !== []);
    }

    /** @rows MIS-04 */
    public function testIdsAreReservedOnlyWhenRecordsAreMade(): void
    {
        $engine = Story::engine();
        $records = ['learner' => iterator_to_array($engine->find('learner'))];
        $reserved = [];
        $decide = $this->decide($records, function (int $count) use (&$reserved): array {
            $reserved[] = $count;
            return range(100, 99 + $count);
        });
        $request = ['verb' => 'people.define_learner', 'recorded' => Story::NOW];
        $again = $decide->run($request + Story::learner('ana', 'A1'));
        $this->assertSame(['unchanged', [], []], [$again->answer->verdict, $again->writes, $reserved]);
        $new = $decide->run($request + Story::learner('cleo', 'C1'));
        $this->assertSame(['accepted', 100, [1]], [$new->answer->verdict, $new->answer->id, $reserved]);
        $this->assertSame(['cleo', 1], [$new->writes[0]['record']['login'], $new->writes[0]['record']['version']]);
        $poor = fn (): Decision => $this->decide($records)->run($request + Story::learner('dan', 'D1'));
        $error = $this->assertThrows(InvalidException::class, 'argument.invalid', $poor);
        $this->assertSame('/request/ids', $error->pointer);
    }

    public function testErrorsSayWhereInTheRequestOrRecord(): void
    {
        $text = '{"provost":1,"verb":"registration.register_learner","course":"COOK-1","learner":"ana","state":"x"}';
        $run = fn () => $this->decide([])->run($text);
        $error = $this->assertThrows(InvalidException::class, 'enrolment-status.out-of-range', $run);
        $this->assertSame('/request/state', $error->pointer);
        $missing = $this->decide([])->run(self::REQUEST)->answer;
        $this->assertSame(['refused', 'course.unknown'], [$missing->verdict, $missing->code]);
        $broken = ['course' => [['external_id' => 'COOK-1', 'id' => 5, 'location' => 'here']]];
        $run = fn () => $this->decide($broken)->run(self::REQUEST);
        $error = $this->assertThrows(InvalidException::class, 'value.wrong-type', $run);
        $this->assertContains('/records/0/document/location', $error->pointer);
        $verb = fn () => $this->decide([])->run(['verb' => 'kitchen.cook']);
        $this->assertThrows(NotFoundException::class, 'verb.unknown', $verb);
    }

    /**
     * No PHP function ever reaches C: callbacks leak until the request ends and may not throw.
     *
     * @rows MIS-04
     */
    public function testNoCallbackIsBound(): void
    {
        $sources = '';
        foreach (glob(__DIR__ . '/../src/Native/*.php') as $file) {
            $sources .= file_get_contents($file);
        }
        preg_match_all('/provost_[a-z_]+/', $sources, $used);
        $this->assertTrue(in_array('provost_decide', $used[0], true));
        // The only functions that take function pointers.
        $this->assertSame([], array_intersect($used[0], ['provost_open_store', 'provost_store']));
        $this->assertSame(0, preg_match('/\b(?:fn|function) \(|\(\.\.\.\)|\bcallable\b|\bClosure\b/', $sources));
    }

    /**
     * @param array<string, array<int, array<string, mixed>>> $records by kind
     */
    private function decide(array $records, ?callable $reserve = null): Decide
    {
        $fetch = function (string $kind, string $index, array $values) use ($records): iterable {
            $this->asked[] = "$kind.$index";
            $members = $index === 'id' ? ['id'] : self::INDEXES["$kind.$index"] ?? [$index];
            foreach ($records[$kind] ?? [] as $record) {
                if (array_map(static fn (string $member) => (string) ($record[$member] ?? ''), $members) === $values) {
                    yield $record;
                }
            }
        };
        return new Decide($fetch, $reserve);
    }
}
