<?php

/**
 * The tutorial: one course, from its type to the statutory file. docs/tutorial/php.md leads through it.
 *
 *     php tutorial.php [STORE.db]
 *
 * Without a file everything is kept in memory; a file has to be a new one. The same in C++, C and Python: tutorial.cpp,
 * tutorial.c and tutorial.py print the same text.
 *
 * PROVOST_LIBRARY names the library's file where it is not installed.
 */

declare(strict_types=1);

use Provost\Answer;
use Provost\Engine;
use Provost\Session;

require_once __DIR__ . '/../bindings/php/autoload.php';

$engine = Engine::open($argv[1] ?? ':memory:', now: '2026-02-02T09:00+11:00',
    secret: 'something long that stays the same');

/** The answer to a request that is not expected to be refused. */
function must(Answer $answer): Answer
{
    return $answer->refused() ? throw new RuntimeException("$answer->code: $answer->sentence") : $answer;
}

// The organisation, and what its statutory files take as given.
must($engine->define('provider', [
    'key' => 'bayside', 'identifier' => '90123', 'name' => 'Bayside College', 'type' => '91',
    'address_first_line' => '1 Pier Street', 'suburb' => 'Melbourne', 'postcode' => '3000', 'state' => '02',
    'contact_name' => 'Ngaire Walker', 'telephone' => '0355500100', 'email' => 'office@bayside.example',
]));
must($engine->define('location', [
    'key' => 'city', 'identifier' => 'CITY', 'name' => 'City campus', 'suburb' => 'Melbourne', 'postcode' => '3000',
    'state' => '02', 'country' => '1101', 'zone' => 'Australia/Melbourne',
]));
must($engine->define('reporting_defaults', [
    'key' => 'default', 'funding_source' => '20', 'with_dates' => ['identifier' => 'YNN', 'predominant' => 'I'],
    'duration_of_use' => ['identifier' => 'NYN', 'predominant' => 'E'],
    'without_delivery' => ['identifier' => 'NNN', 'predominant' => 'N'],
]));

// What is taught: units, a program of them, a type of course, a template, a course.
must($engine->define('subject', [
    'code' => 'SITXFSA005', 'title' => 'Use hygienic practices for food safety', 'field_of_education' => '110101',
    'nominal_hours' => 15,
]));
must($engine->define('subject', [
    'code' => 'SITHCCC027', 'title' => 'Prepare dishes using basic methods of cookery',
    'field_of_education' => '110109', 'nominal_hours' => 45,
]));
must($engine->define('program', [
    'code' => 'SIT30821', 'title' => 'Certificate III in Commercial Cookery', 'recognition' => '11',
    'level_of_education' => '514', 'field_of_education' => '1101', 'anzsco' => '351411', 'nominal_hours' => 900,
]));
must($engine->catalogue->defineCourseType(courseType: 'class', name: 'Class', timing: 'dates'));
must($engine->catalogue->defineTemplate(
    courseType: 'class', externalId: 'COOK', name: 'Basic cookery', subject: 'SITHCCC027',
));
must($engine->requireSubject(courseTemplate: 'COOK', subject: 'SITXFSA005'));
must($engine->catalogue->defineCourse(
    courseTemplate: 'COOK', externalId: 'COOK-1', provider: 'bayside', location: 'city', maxParticipants: 1,
    startsAt: '2026-02-09T09:00+11:00', endsAt: '2026-06-26T17:00+10:00',
));

// Who learns, with what the statutory files ask of everybody, and in which program.
const ANN = ['login' => 'ann', 'first_name' => 'Ann', 'family_name' => 'Ashby', 'gender' => 'F',
    'birth_date' => '2001-05-06', 'postcode' => '3000', 'email' => 'ann@bayside.example', 'client_id' => 'A1'];
const BEN = ['login' => 'ben', 'first_name' => 'Ben', 'family_name' => 'Burke', 'gender' => 'M',
    'birth_date' => '2003-09-17', 'postcode' => '3000', 'email' => 'ben@bayside.example', 'client_id' => 'B1',
    'usi' => 'BURKE2QRS9'];
must($engine->people->defineLearner(...ANN));
must($engine->people->defineLearner(...BEN));
foreach (['ann', 'ben'] as $login) {
    must($engine->people->describeClient(
        learner: $login, highestSchoolLevel: '12', indigenousStatus: '4', language: '1201', labourForceStatus: '03',
        countryOfBirth: '1101', disability: false, priorEducation: false, atSchool: false,
        residence: ['street_number' => '1', 'street_name' => 'Pier Street', 'suburb' => 'Melbourne', 'state' => '02'],
    ));
    must($engine->enrolInProgram(learner: $login, program: 'SIT30821', location: 'city', commencedOn: '2026-02-02'));
    must($engine->enrolment->describeTraining(learner: $login, program: 'SIT30821', studyReason: '03'));
}

// A prerequisite is not met: the reason, and what would meet it.
echo "# A refusal\n";
$answer = $engine->register('ann', 'COOK-1', detail: 'reason');
echo "$answer->verdict $answer->code\n";
echo implode("\n", $answer->lines()), "\n";
foreach ($answer->nearest as $missing) {
    echo 'It would take: ', $missing->sentence(), "\n";
}

// It was met elsewhere. A plan first; then, by its approval, exactly that.
echo "\n# A plan, then exactly that\n";
foreach (['ann', 'ben'] as $login) {
    must($engine->recordAchievement(learner: $login, subject: 'SITXFSA005', outcome: '60', achievedOn: '2025-11-20'));
}
$planned = must($engine->register('ann', 'COOK-1', planOnly: true));
foreach ($planned->plan as $change) {
    echo $change->created ? 'new ' : 'changed ', $change->kind, "\n";
}
$done = must($engine->register('ann', 'COOK-1', approval: $planned->approval));
echo $done->verdict, $done->id === $planned->id ? ', as planned' : '', "\n";

/** The state of the place that an answer is about. */
function stateOf(Engine $engine, Answer $answer): string
{
    return $engine->get('enrolment', $answer->id)['state'];
}

// The only seat is taken.
echo "\n# The waiting list\n";
$place = must($engine->register('ben', 'COOK-1'));
echo 'ben: ', stateOf($engine, $place), "\n";
foreach ($place->notes as $note) {
    echo $note->sentence(), "\n";
}

$lms = $engine->session('lms.memory');

/** Carries out what is due in the LMS, and prints who may be in. */
function provision(Engine $engine, Session $lms, string $recorded): void
{
    $run = $engine->session('lms.provision', recorded: $recorded);
    foreach ($run->take() as $actions) {
        $lms->feed($actions);
        foreach ($lms->take() as $outcomes) {
            $run->feed($outcomes);
        }
    }
    echo 'applied: ', $run->finish()['applied'], "\n";
    $lms->feed("{\"ask\":{\"listing\":\"enrolments\"}}\n");
    foreach ($lms->take() as $stream => $rows) {
        echo $stream === 'enrolments' ? $rows : '';
    }
}

echo "\n# The LMS\n";
provision($engine, $lms, '2026-02-02T10:00+11:00');

// One more seat: who waits comes in by himself.
echo "\n# A second seat\n";
must($engine->catalogue->defineCourse(
    externalId: 'COOK-1', maxParticipants: 2, recorded: '2026-02-04T09:00+11:00',
));
echo 'ben: ', stateOf($engine, $place), "\n";
provision($engine, $lms, '2026-02-04T10:00+11:00');

/** A grade arrives, and what became of it. */
function grade(Engine $engine, string $login, string $completion, int $percent, string $recorded): void
{
    $answer = $engine->receiveGrade($login, 'COOK-1', $completion, $percent, recorded: $recorded);
    echo "$login, $completion, $percent: $answer->verdict\n";
    echo $answer->sentence === '' ? '' : "$answer->sentence\n";
}

// Grades arrive; the grade rule says what they write.
echo "\n# Grades\n";
grade($engine, 'ben', 'incomplete', 20, '2026-03-02T16:00+11:00');
grade($engine, 'ann', 'completed', 45, '2026-06-12T16:00+10:00');
grade($engine, 'ann', 'passed', 67, '2026-06-19T16:00+10:00');
foreach ($engine->find('activity', where: [['member' => 'subject', 'is' => 'SITHCCC027']]) as $activity) {
    echo "$activity[start_on] $activity[end_on] $activity[evidence_on] ", $activity['outcome'] ?? 'open', "\n";
}

// Ben leaves; the LMS follows.
echo "\n# Somebody leaves\n";
$answer = must($engine->finaliseUnit(
    'ben', 'COOK-1', 'withdrawn', '2026-06-22', hoursAttended: 36, recorded: '2026-06-23T09:00+10:00',
));
echo "ben: $answer->verdict, ", stateOf($engine, $place), "\n";
provision($engine, $lms, '2026-06-23T10:00+10:00');

// The unit ends, and then the program, which lacks something.
echo "\n# The end\n";
$answer = must($engine->finaliseUnit(
    'ann', 'COOK-1', 'completed', '2026-06-29', recorded: '2026-06-29T09:00+10:00',
));
echo "unit: $answer->verdict\n";
const COMPLETED = ['learner' => 'ann', 'program' => 'SIT30821', 'status' => 'Completed', 'effectiveOn' => '2026-06-29'];
$answer = $engine->finalise->finaliseProgram(...COMPLETED, detail: 'reason', recorded: '2026-06-29T09:00+10:00');
echo "program: $answer->verdict $answer->code\n";
echo implode("\n", $answer->lines()), "\n";

/**
 * The statutory files of the year as of a day, by name; prints what their check found.
 *
 * @return array<string, string>
 */
function statutory(Engine $engine, string $day): array
{
    $files = [];
    $run = $engine->session('statutory', collectionYear: 2026, submittedOn: $day, recorded: $day . 'T09:00+10:00');
    foreach ($run->take() as $name => $data) {
        $files[$name] = ($files[$name] ?? '') . $data;
    }
    $summary = $run->finish();
    echo "records: $summary[rows], errors: $summary[check_errors], not reported: $summary[not_reported]\n";
    return $files;
}

// The check of the files finds the same; it is mended, and the program ends.
echo "\n# The check\n";
echo statutory($engine, '2026-06-30')['nat/checks.csv'];
must($engine->people->defineLearner(...ANN, usi: '23456789D4', recorded: '2026-06-30T10:00+10:00'));
$answer = must($engine->finalise->finaliseProgram(...COMPLETED, recorded: '2026-06-30T11:00+10:00'));
echo "program: $answer->verdict\n";

echo "\n# The statutory files\n";
$files = statutory($engine, '2026-12-01');
foreach (explode("\r\n", rtrim($files['nat/NAT00120.txt'], "\r\n")) as $record) {
    echo "|$record|\n";
}

// What was written down holds together, and holds what was kept elsewhere.
echo "\n# The journal\n";
$anchor = $engine->journal();
$report = $engine->verify($anchor);
echo "entries: $report->entries, findings: ", count($report->findings), $report->anchored ? ', anchored' : '', "\n";
