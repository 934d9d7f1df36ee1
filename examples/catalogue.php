<?php

/**
 * A course goes over to another template: what changes, what stays, what must be looked at.
 *
 *     php catalogue.php [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and Python:
 * catalogue.cpp, catalogue.c and catalogue.py print the same text.
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Answer;
use Provost\Engine;
use Provost\Room;

require_once __DIR__ . '/../bindings/php/autoload.php';

/** The answer to a request that is not expected to be refused. */
function must(Answer $answer): Answer
{
    return $answer->refused() ? throw new RuntimeException($answer->sentence) : $answer;
}

/** A value as the other languages print it. */
function text(mixed $value): string
{
    return $value === null ? '-' : json_encode($value, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
}

/** A type says what its templates have in common, a template what its courses have. */
function defineTemplates(Room $catalogue): void
{
    must($catalogue->defineCourseType(
        courseType: 'class', name: 'Class', currency: 'AUD', hidden: ['participant_list'],
    ));
    must($catalogue->defineTemplate(
        courseType: 'class', externalId: 'cook-day', name: 'Cooking by day', location: 'city', language: 'en',
        maxParticipants: 16, price: '450', concludeBy: 'tutor', mandatory: ['max_participants'],
    ));
    // Nobody has said how many hours an evening course has; each course of it must.
    must($catalogue->defineTemplate(
        courseType: 'class', externalId: 'cook-evening', name: 'Cooking in the evening', maxParticipants: 12,
        price: '520', skills: [['skill' => 'sauces']], mandatory: ['duration_hours'],
    ));
    must($catalogue->defineTemplate(
        courseType: 'class', externalId: 'module', name: 'Module', kind: 'component_course', location: 'city',
        duration: '4 M',
    ));
}

/** A course, and two component courses of which its learners choose one. */
function defineCourses(Room $catalogue): void
{
    must($catalogue->defineCourse(
        courseTemplate: 'cook-day', externalId: 'cook-1', description: 'With a visit to the market.',
        startsAt: '2026-03-02T09:00+11:00', endsAt: '2026-03-27T17:00+11:00',
    ));
    foreach (['stew' => 'Stew', 'soup' => 'Soup'] as $externalId => $name) {
        must($catalogue->defineCourse(courseTemplate: 'module', externalId: $externalId, name: $name));
    }
    must($catalogue->defineCourseSet(
        course: 'cook-1', courseSet: 'choice', name: 'One of these', members: ['stew', 'soup'],
    ));
}

/** First a plan, of which nothing is written; then exactly that plan. */
function changeTemplate(Room $catalogue): void
{
    $change = ['course' => 'cook-1', 'courseTemplate' => 'cook-evening', 'adopt' => ['terms', 'skills']];
    $plan = must($catalogue->changeTemplate(...$change, planOnly: true));
    echo "# Change of template\nplanned: $plan->verdict\n";
    foreach ($plan->report as $line) {
        printf("%-16s %-7s %8s -> %-20s %-8s %s\n", $line->item, $line->fate, text($line->before), text($line->value),
            $line->level ?: '-', $line->code ?: '-');
    }
    $done = must($catalogue->changeTemplate(...$change, approval: $plan->approval));
    echo "carried out: $done->verdict\n";
}

/** What the course is set to now, and which level says so. */
function tellSettings(Room $catalogue): void
{
    echo "\n# Settings\n";
    foreach (must($catalogue->effectiveSettings(course: 'cook-1'))->report as $line) {
        printf("%-16s %-8s %s\n", $line->item, $line->level, text($line->value));
    }
}

/** A refusal is an answer: it says why, and nothing was written. */
function refuse(Room $catalogue): void
{
    echo "\n# Refusals\n";
    $shown = $catalogue->defineCourse(externalId: 'cook-1', participantList: true);
    echo "$shown->verdict: $shown->sentence\n";
    $deleted = $catalogue->deleteCourse(course: 'stew');
    echo "$deleted->verdict: $deleted->sentence\n";
}

$engine = Engine::open($argv[1] ?? ':memory:', now: '2026-02-02T09:00+11:00');
must($engine->define('location', ['key' => 'city', 'name' => 'City campus', 'zone' => 'Australia/Melbourne']));
defineTemplates($engine->catalogue);
defineCourses($engine->catalogue);
changeTemplate($engine->catalogue);
tellSettings($engine->catalogue);
refuse($engine->catalogue);
