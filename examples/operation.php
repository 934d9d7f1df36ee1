<?php

/**
 * How a course is run: a room and a trainer, two courses that want the same room, a course that is moved, and who is
 * told before it starts.
 *
 *     php operation.php [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and Python:
 * operation.cpp, operation.c and operation.py print the same text.
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Answer;
use Provost\Engine;

require_once __DIR__ . '/../bindings/php/autoload.php';

/** The answer to a request that is not expected to be refused. */
function must(Answer $answer): Answer
{
    return $answer->refused() ? throw new RuntimeException($answer->sentence) : $answer;
}

/** Two courses of a week each; Tina is a trainer, and stands among the resources as well. */
function defineCollege(Engine $engine): void
{
    must($engine->define('location', ['key' => 'city', 'name' => 'City campus', 'zone' => 'Australia/Melbourne']));
    must($engine->define('staffing_settings', [
        'key' => 'default', 'tutor_groups' => ['trainers'], 'default_position' => 'tutor',
    ]));
    must($engine->define('tutor', ['login' => 'tina', 'name' => 'Tina', 'group' => 'trainers']));
    must($engine->catalogue->defineCourseType(courseType: 'class', name: 'Class'));
    must($engine->catalogue->defineTemplate(courseType: 'class', externalId: 'kitchen', name: 'Kitchen'));
    must($engine->catalogue->defineCourse(
        courseTemplate: 'kitchen', externalId: 'cook', location: 'city', name: 'Cooking',
        startsAt: '2026-03-02T09:00:00+11:00', endsAt: '2026-03-06T17:00:00+11:00',
        notices: [['notice' => 'course.start', 'enabled' => true, 'recipients' => ['learner', 'tutor']]],
    ));
    must($engine->catalogue->defineCourse(
        courseTemplate: 'kitchen', externalId: 'bake', location: 'city', name: 'Baking',
        startsAt: '2026-03-16T09:00:00+11:00', endsAt: '2026-03-20T17:00:00+11:00',
    ));
    foreach (['rooms' => 'Rooms', 'people' => 'People'] as $key => $name) {
        must($engine->resources->defineCategory(record: ['key' => $key, 'name' => $name]));
    }
    must($engine->resources->defineResource(
        resource: 'room-1', name: 'Room 1', kind: 'location', categories: ['rooms'],
    ));
    must($engine->resources->defineResource(
        resource: 'tina', name: 'Tina', kind: 'individual', categories: ['people'], tutor: 'tina', messaging: true,
    ));
    must($engine->people->defineLearner(
        login: 'ann', familyName: 'Ashby', birthDate: '2004-05-06', clientId: 'A1',
    ));
    must($engine->registration->registerLearner(course: 'cook', learner: 'ann'));
}

function tell(string $what, Answer $answer): void
{
    echo $what, ': ', $answer->verdict, $answer->sentence === '' ? '' : ": $answer->sentence", "\n";
    foreach ($answer->notes as $note) {
        echo '  ', $note->sentence(), "\n";
    }
    foreach ($answer->report as $line) {
        echo "  $line->item: $line->fate", $line->code === '' ? '' : ", $line->code", "\n";
    }
}

/** The room and the trainer for the days of the course, for good; then the other course wants the room, too. */
function book(Engine $engine): void
{
    foreach ([['cook', 'room-1'], ['cook', 'tina'], ['bake', 'room-1']] as [$course, $resource]) {
        tell("$course needs $resource", $engine->resources->add(course: $course, resource: $resource));
    }
    tell('by the dates of the course', $engine->resources->transferDates(
        course: 'cook', resources: ['room-1', 'tina'], state: 'booked', linked: true,
    ));
    $wanted = ['course' => 'bake', 'resource' => 'room-1', 'state' => 'booked'];
    tell('bake begins earlier', $engine->resources->book(
        ...$wanted, startsAt: '2026-03-05T09:00:00+11:00', endsAt: '2026-03-05T12:00:00+11:00',
    ));
    tell('bake in its own week', $engine->resources->book(
        ...$wanted, startsAt: '2026-03-16T09:00:00+11:00', endsAt: '2026-03-16T17:00:00+11:00',
    ));
}

/** The bookings follow the course, as far as they can. */
function move(Engine $engine): void
{
    $where = ['startsAt' => '2026-03-01T00:00:00+11:00', 'endsAt' => '2026-04-01T00:00:00+11:00'];
    tell('cook is a week later', $engine->catalogue->defineCourse(
        externalId: 'cook', startsAt: '2026-03-09T09:00:00+11:00', endsAt: '2026-03-13T17:00:00+11:00',
    ));
    tell('who is where', $engine->resources->showFloorPlan(...$where));
    tell('cook is yet a week later', $engine->catalogue->defineCourse(
        externalId: 'cook', startsAt: '2026-03-16T09:00:00+11:00', endsAt: '2026-03-20T17:00:00+11:00',
    ));
    tell('who is where', $engine->resources->showFloorPlan(...$where));
}

/** A week before the start: the tick finds who is to be told, the outbox hands it out, once. */
function remind(Engine $engine): void
{
    foreach (['2026-03-09T09:00:00+11:00', '2026-03-10T09:00:00+11:00'] as $recorded) {
        $made = $engine->session(['session' => 'tick', 'recorded' => $recorded])->finish()['reminders'];
        $outbox = $engine->session(['session' => 'outbox', 'worker' => 'mailer', 'recorded' => $recorded]);
        $told = '';
        foreach ($outbox->take() as $piece) {
            $told .= $piece;
        }
        $messages = array_map(json_decode(...), array_filter(explode("\n", $told)));
        foreach ($messages as $message) {
            $outbox->feed("{\"id\":$message->id,\"status\":\"sent\"}\n");
        }
        $outbox->finish();
        echo substr($recorded, 0, 10), ": $made made\n";
        foreach ($messages as $message) {
            echo "  $message->event to $message->login\n";
        }
    }
}

$engine = Engine::open($argv[1] ?? ':memory:', now: '2026-02-16T09:00:00Z');
defineCollege($engine);
echo "# Rooms and trainers\n";
book($engine);
echo "\n# Another date\n";
move($engine);
echo "\n# Before it starts\n";
remind($engine);
