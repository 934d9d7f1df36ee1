<?php

/**
 * The tutorial's story in PHP: define, register, grade, finalise; read what was recorded.
 */

declare(strict_types=1);

namespace Provost\Tests;

use DateTimeImmutable;
use LogicException;
use Provost\Engine;
use Provost\Exception\InvalidException;
use Provost\Exception\NotFoundException;
use Provost\Provost;
use ReflectionClass;

final class TutorialTest extends TestCase
{
    public function testALearnerIsRegisteredGradedAndFinalised(): void
    {
        $engine = Story::engine();
        $answer = $engine->register('ana', 'COOK-1', effective: Story::ENROLLED, detail: 'full');
        $this->assertSame(['accepted', '', ''], [$answer->verdict, $answer->code, $answer->sentence]);
        $this->assertSame('registered', $engine->get('enrolment', $answer->id)['state']);
        $this->assertSame('unchanged', $engine->register('ana', 'COOK-1', effective: Story::ENROLLED)->verdict);

        $graded = $engine->receiveGrade('ana', 'COOK-1', 'passed', '67.5', effective: '2026-05-04T12:00+10:00');
        $this->assertSame('accepted', $graded->verdict);
        $ended = $engine->finaliseUnit('ana', 'COOK-1', 'completed', '2026-05-05', recorded: '2026-05-05T18:00+10:00', detail: 'reason');
        $this->assertSame(['accepted', true], [$ended->verdict, $ended->holds()]);
        $enrolment = $engine->get('enrolment', $answer->id);
        $this->assertSame(['passed', 'completed'], [$enrolment['state'], $enrolment['unit_status']]);
    }

    public function testVerbsAreMethodsOfTheirRooms(): void
    {
        $engine = Story::engine();
        $moment = new DateTimeImmutable('2026-02-01 10:00', new \DateTimeZone('Australia/Melbourne'));
        $room = $engine->registration;
        $answer = $room->registerLearner(course: 'COOK-1', learner: 'ana', effective: $moment, dueAt: null);
        $this->assertSame('accepted', $answer->verdict);
        // The same request as a document.
        $text = '{"provost":1,"verb":"registration.register_learner","course":"COOK-1","learner":"ana",'
            . '"effective":"2026-01-31T23:00:00Z"}';
        $this->assertSame('unchanged', $engine->run($text)->verdict);
        $this->assertTrue(isset($engine->prerequisites) && !isset($engine->cookery));
        $error = $this->assertThrows(NotFoundException::class, 'verb.unknown', fn () => $engine->cookery);
        $this->assertContains('There is no room cookery; the rooms of verbs are organisation, ', $error->sentence);
        $this->assertThrows(NotFoundException::class, 'verb.unknown', fn () => $engine->results->forgetGrade());
        $unnamed = fn () => $engine->results->receiveGrade('ana');
        $this->assertThrows(InvalidException::class, 'argument.invalid', $unnamed);
        $twice = fn () => $engine->people->defineLearner(login: 'ana', first_name: 'Ana', firstName: 'Anna');
        $error = $this->assertThrows(InvalidException::class, 'key.duplicate', $twice);
        $this->assertSame(['key' => 'first_name'], $error->parameters);
    }

    public function testEveryVerbCanBeCalled(): void
    {
        $engine = Engine::open(':memory:');
        foreach (Provost::verbs() as $verb) {
            [$room, $method] = explode('.', $verb);
            $method = lcfirst(str_replace('_', '', ucwords($method, '_')));
            $error = null;
            try {
                $engine->$room->$method(unheardOf: 1);
            } catch (InvalidException $error) {
                $this->assertSame(['key.unknown', ['key' => 'unheard_of']], [$error->errorCode, $error->parameters]);
            }
            $this->assertTrue($error !== null, "$verb took an unknown member");
            $this->assertSame('object', Provost::schema($verb)['type']);
            $this->assertSame(Provost::schema($verb), Provost::schema("$room.$method"));
        }
    }

    public function testEveryKindThatIsDefinedHasItsVerb(): void
    {
        $engine = Story::engine();
        $records = [
            'staffing_settings' => ['key' => 'default', 'tutor_groups' => ['trainers']],
            'tutor_position' => ['key' => 'helper', 'name' => 'Helper'],
            'resource_category' => ['key' => 'rooms', 'name' => 'Rooms'],
            'reporting_defaults' => ['key' => 'default', 'funding_source' => '20'],
            'course_type' => ['course_type' => 'online', 'name' => 'Online'],
            'course_template' => ['course_type' => 'online', 'external_id' => 'bread', 'name' => 'Bread'],
            'notice_definition' => ['key' => 'course.start', 'enabled' => true],
        ];
        foreach ($records as $kind => $record) {
            $this->assertSame('accepted', $engine->define($kind, $record)->verdict);
        }
    }

    public function testShortMethodsAreVerbs(): void
    {
        $engine = Story::engine();
        $engine->define('program', ['code' => 'SIT30821', 'title' => 'Certificate III in Commercial Cookery']);
        $answers = [
            $engine->requireSubject(courseTemplate: 'SITHCCC027', subject: 'SITXFSA005'),
            $engine->enrolInProgram(learner: 'ana', program: 'SIT30821', commencedOn: '2026-02-01'),
            $engine->recordAchievement(learner: 'ana', subject: 'SITXFSA005', outcome: '20', achievedOn: '2025-06-01'),
            $engine->prebook(learner: 'ben', courseTemplate: 'SITHCCC027', effective: Story::ENROLLED),
            $engine->register('ana', 'COOK-1', effective: Story::ENROLLED),
        ];
        $this->assertSame(array_fill(0, 5, 'accepted'), array_column($answers, 'verdict'));
        $later = $engine->recordAchievement('ben', 'SITXFSA005', '20', '2025-06-01', detail: 'full');
        $this->assertSame(['accepted', 'activity'], [$later->verdict, $later->plan[0]->kind]);
    }

    public function testRoomsTellTheirVerbs(): void
    {
        [$status, , $differing] = $this->execute([PHP_BINARY, __DIR__ . '/../make_rooms', '--check']);
        $this->assertSame([0, ''], [$status, $differing], 'run bindings/php/make_rooms');
        $documented = (string) (new ReflectionClass(Engine::class))->getDocComment();
        foreach (glob(__DIR__ . '/../src/Rooms/*.php') as $file) {
            $class = 'Provost\\Rooms\\' . basename($file, '.php');
            $room = lcfirst(basename($file, 'Room.php'));
            $this->assertSame($class, Engine::open(':memory:')->$room::class);
            $this->assertContains(" * @property-read Rooms\\" . basename($file, '.php') . " \$$room\n", $documented);
        }
    }

    public function testAMemberThatIsNotThereIsNoNull(): void
    {
        $answer = Story::engine()->register('ana', 'SITXFSA005-9');
        foreach (['refused' => 'refused()', 'sentance' => 'sentence'] as $wrong => $meant) {
            try {
                $read = $answer->$wrong;
                $this->assertTrue(false, "$wrong is " . var_export($read, true));
            } catch (LogicException $error) {
                $this->assertContains($meant, $error->getMessage());
            }
        }
    }

    public function testARefusalIsAnAnswerWithAReason(): void
    {
        $engine = Story::engine();
        $bundle = ['items' => [['subject' => 'SITXFSA005']]];
        $engine->prerequisites->definePrerequisites(course: 'COOK-1', bundles: [$bundle]);
        $answer = $engine->register('ana', 'COOK-1', effective: Story::ENROLLED, detail: 'reason');
        $this->assertSame(['refused', 'prerequisite.unmet'], [$answer->verdict, $answer->code]);
        $this->assertTrue($answer->refused() && !$answer->holds() && $answer->sentence !== '');
        $wanted = 'Achievement of SITXFSA005 on or before 2026-02-01.';
        $this->assertSame('not met: Prerequisites are not met.', $answer->reason->lines()[0]);
        $this->assertSame("    not met: $wanted", $answer->reason->lines()[2]);
        $this->assertSame([$wanted], array_map(fn ($missing) => $missing->sentence(), $answer->nearest));
        $this->assertSame([], $answer->plan);
        $short = $engine->register('ana', 'COOK-1', effective: Story::ENROLLED);
        $this->assertSame([null, [], [$short->sentence]], [$short->reason, $short->nearest, $short->lines()]);
        $this->assertSame($answer->reason->lines(), $answer->lines());
    }

    public function testAPlanIsMadeAndApproved(): void
    {
        $engine = Story::engine();
        $entries = $engine->journal()->entries;
        $request = ['verb' => 'registration.register_learner', 'course' => 'COOK-1', 'learner' => 'ana',
            'effective' => Story::ENROLLED];
        $planned = $engine->run(['plan_only' => true, 'detail' => 'full'] + $request);
        $this->assertSame(['accepted', $entries], [$planned->verdict, $engine->journal()->entries]);
        $plan = array_column($planned->plan, null, 'kind');
        $this->assertSame(['before' => null, 'after' => 'registered'], $plan['enrolment']->fields['state']);
        $this->assertSame('registered', $plan['enrolment']->applyTo([])['state']);
        $this->assertSame([true, false], [$plan['enrolment']->created, $plan['seats']->created]);
        $this->assertSame(['before' => 0, 'after' => 1], $plan['seats']->fields['taken']);
        $done = $engine->run(['approval' => $planned->approval] + $request);
        $this->assertSame(['accepted', $entries + 1], [$done->verdict, $engine->journal()->entries]);
    }

    public function testRecordsAreFoundPageByPage(): void
    {
        $engine = Story::engine();
        for ($i = 0; $i < 5; ++$i) {
            $engine->define('learner', Story::learner("l$i", "L$i"));
        }
        $found = iterator_to_array($engine->find('learner', page: 2));
        $logins = ['ana', 'ben', 'l0', 'l1', 'l2', 'l3', 'l4'];
        $this->assertSame($logins, array_column($found, 'login'));
        $this->assertSame(array_keys($found), array_column($found, 'id'));
        $ben = $engine->find('learner', 'login', ['ben'])->current();
        $this->assertSame('Ben', $ben['family_name']);
        $this->assertSame(6, count(iterator_to_array($engine->find('learner', after: array_key_first($found)))));
    }

    public function testTheStoreIsAFile(): void
    {
        $path = $this->folder() . '/term.db';
        $engine = Story::engine($path);
        $journal = $engine->journal();
        $this->assertSame([8, 64, 64], [$journal->entries, strlen($journal->state), strlen($journal->chain)]);
        unset($engine);
        $again = Engine::open($path, now: new DateTimeImmutable('2026-02-03'), owner: 'host', secret: 's3', batch: 7);
        $this->assertSame($journal->chain, $again->journal()->chain);
    }
}
