<?php

/**
 * A learner's way through a course: what is open, what opens the next thing, and how the course ends.
 *
 *     php learning.php [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and Python: learning.cpp,
 * learning.c and learning.py print the same text.
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Answer;
use Provost\Engine;

require_once __DIR__ . '/../bindings/php/autoload.php';

const ANN = ['course' => 'bread-1', 'learner' => 'ann'];

/** The answer to a request that is not expected to be refused. */
function must(Answer $answer): Answer
{
    return $answer->refused() ? throw new RuntimeException($answer->sentence) : $answer;
}

/** A course of three components; a rule opens the next one, and the last concludes the course. */
function defineCourse(Engine $engine): void
{
    must($engine->define('location', ['key' => 'city', 'name' => 'City campus', 'zone' => 'Australia/Melbourne']));
    must($engine->catalogue->defineCourseType(courseType: 'online', name: 'Online'));
    must($engine->catalogue->defineTemplate(courseType: 'online', externalId: 'bread', name: 'Bread'));
    must($engine->catalogue->defineCourse(
        courseTemplate: 'bread', externalId: 'bread-1', location: 'city', duration: '6 M',
        concludeBy: 'learning_logic',
    ));
    must($engine->catalogue->defineSyllabus(course: 'bread-1', components: [
        ['key' => 'film', 'name' => 'Film'],
        ['key' => 'quiz', 'kind' => 'test'],
        ['key' => 'exam', 'kind' => 'test', 'weight' => '2'],
    ]));
    $passed = ['kind' => 'status', 'ending' => 'passed'];
    $failed = ['kind' => 'status', 'ending' => 'failed'];
    must($engine->learning->defineLogic(course: 'bread-1', rules: [
        ['key' => 'seen', 'component' => 'film', 'conditions' => [['kind' => 'confirmed_by_participant']],
            'actions' => [['kind' => 'continue_with', 'components' => ['quiz']]]],
        ['key' => 'known', 'component' => 'quiz', 'conditions' => [['kind' => 'percentage', 'at_least' => '60']],
            'actions' => [['kind' => 'continue_with', 'components' => ['exam']]]],
        ['key' => 'done', 'component' => 'exam', 'conditions' => [$passed], 'tries' => 2,
            'actions' => [['kind' => 'conclude_passed']]],
        ['key' => 'out', 'component' => 'exam', 'conditions' => [$failed], 'tries' => 2,
            'actions' => [['kind' => 'conclude_failed']]],
    ]));
    must($engine->people->defineLearner(
        login: 'ann', familyName: 'Ashby', birthDate: '2004-05-06', clientId: 'A1',
    ));
    must($engine->registration->registerLearner(...ANN));
}

/** What each component is to her, and how far she has come. */
function tellOpen(Engine $engine): void
{
    foreach (must($engine->learning->whatIsOpen(...ANN))->report as $line) {
        printf("%-9s %s\n", $line->item, $line->item === 'progress' ? $line->value : ($line->code ?: 'open'));
    }
}

function tell(string $what, Answer $answer): void
{
    echo $what, ': ', $answer->verdict, $answer->sentence === '' ? '' : ": $answer->sentence", "\n";
}

/** She does one thing after the other; what is not open is refused with the reason. */
function goThrough(Engine $engine): void
{
    $learning = $engine->learning;
    tell('opens the quiz', $learning->openComponent(...ANN, component: 'quiz'));
    tell('confirms the film', $learning->confirm(...ANN, component: 'film', effective: '2026-03-02T09:10:00Z'));
    tell('quiz, 40 percent', $learning->receiveResult(
        ...ANN, component: 'quiz', status: 'scored', percent: '40', effective: '2026-03-02T09:20:00Z',
    ));
    tell('quiz, 80 percent', $learning->receiveResult(
        ...ANN, component: 'quiz', status: 'scored', percent: '80', effective: '2026-03-02T09:30:00Z',
    ));
    echo "\n# Half way\n";
    tellOpen($engine);
    echo "\n# And on\n";
    tell('exam, passed', $learning->receiveResult(
        ...ANN, component: 'exam', status: 'passed', effective: '2026-03-02T09:40:00Z',
    ));
    tell('opens the film', $learning->openComponent(...ANN, component: 'film', effective: '2026-03-02T09:50:00Z'));
}

$engine = Engine::open($argv[1] ?? ':memory:', now: '2026-03-02T09:00:00Z');
defineCourse($engine);
echo "# At the beginning\n";
tellOpen($engine);
echo "\n# The way\n";
goThrough($engine);
