<?php

/**
 * The most used verbs, with what nobody leaves out as arguments of their own.
 */

declare(strict_types=1);

namespace Provost;

use DateTimeInterface;
use Provost\Exception\ProvostException;

/**
 * Short methods of an engine. The first arguments may be given by position or by name, whatever else the verb takes by
 * name: $engine->register('ana', 'COOK-1', dueAt: '2026-12-31T17:00+11:00', detail: 'reason'). Internal: use Engine.
 */
trait ShortVerbs
{
    abstract public function run(array|string $request): Answer;

    /**
     * Registers a learner in a course: registration.register_learner. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $course external id of the course, or id
     * @param mixed ...$more state, due_at, start_at, end_at, obligation; effective, recorded, detail, planOnly, approval
     * @throws ProvostException see run()
     */
    public function register(string|int $learner, string|int $course, mixed ...$more): Answer
    {
        return $this->short('registration.register_learner', ['learner' => $learner, 'course' => $course], $more);
    }

    /**
     * Books a course template before there is a course of it: registration.prebook. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $courseTemplate external id of the template, or id
     * @param mixed ...$more effective, recorded, detail, planOnly, approval, ...
     * @throws ProvostException see run()
     */
    public function prebook(string|int $learner, string|int $courseTemplate, mixed ...$more): Answer
    {
        $members = ['learner' => $learner, 'course_template' => $courseTemplate];
        return $this->short('registration.prebook', $members, $more);
    }

    /**
     * Enrols a learner in a program: enrolment.enrol_in_program. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $program code of the program, or id
     * @param mixed ...$more location, commenced_on, contract ids; effective, recorded, detail, ...
     * @throws ProvostException see run()
     */
    public function enrolInProgram(string|int $learner, string|int $program, mixed ...$more): Answer
    {
        return $this->short('enrolment.enrol_in_program', ['learner' => $learner, 'program' => $program], $more);
    }

    /**
     * Records what was achieved elsewhere or before: enrolment.record_achievement. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $subject code of the unit, or id
     * @param string $outcome outcome code, such as "20" or "60"; docs/rooms/results.md lists them
     * @param string $achievedOn day, YYYY-MM-DD
     * @param mixed ...$more program, location; recorded, detail, ...
     * @throws ProvostException see run()
     */
    public function recordAchievement(
        string|int $learner,
        string|int $subject,
        string $outcome,
        string $achievedOn,
        mixed ...$more,
    ): Answer {
        $members = ['learner' => $learner, 'subject' => $subject, 'outcome' => $outcome, 'achieved_on' => $achievedOn];
        return $this->short('enrolment.record_achievement', $members, $more);
    }

    /**
     * Asks everybody who enters the courses of a template for a unit: prerequisites.require_subject. Since 0.1.
     *
     * @param string|int $courseTemplate external id of the template, or id
     * @param string $subject code of the unit
     * @param mixed ...$more recorded, detail, ...
     * @throws ProvostException see run()
     */
    public function requireSubject(string|int $courseTemplate, string $subject, mixed ...$more): Answer
    {
        $members = ['course_template' => $courseTemplate, 'subject' => $subject];
        return $this->short('prerequisites.require_subject', $members, $more);
    }

    /**
     * Records a result of a learner in a course: results.receive_grade. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $course external id of the course, or id
     * @param string $completion "passed", "completed", "failed" or "incomplete"
     * @param string|int|null $gradePercent 0 to 100, decimals as text ("67.5"); may be null when incomplete
     * @param mixed ...$more effective (the submission), recorded, detail, ...
     * @throws ProvostException see run()
     */
    public function receiveGrade(
        string|int $learner,
        string|int $course,
        string $completion,
        string|int|null $gradePercent = null,
        mixed ...$more,
    ): Answer {
        $members = ['learner' => $learner, 'course' => $course, 'completion' => $completion];
        return $this->short('results.receive_grade', $members + ['grade_percent' => $gradePercent], $more);
    }

    /**
     * Ends a unit enrolment on a day: finalise.finalise_unit. Since 0.1.
     *
     * @param string|int $learner login of the learner, or id
     * @param string|int $course external id of the course, or id
     * @param string $ending "completed", "withdrawn", "deferred" or "cancelled"
     * @param string $effectiveOn from which day on, YYYY-MM-DD
     * @param mixed ...$more resumes_on (day of return of a deferral), hours_attended; recorded, detail, ...
     * @throws ProvostException see run()
     */
    public function finaliseUnit(
        string|int $learner,
        string|int $course,
        string $ending,
        string $effectiveOn,
        mixed ...$more,
    ): Answer {
        $members = ['learner' => $learner, 'course' => $course, 'ending' => $ending, 'effective_on' => $effectiveOn];
        return $this->short('finalise.finalise_unit', $members, $more);
    }

    /**
     * @param array<string, mixed> $members
     * @param array<array-key, mixed> $more
     */
    private function short(string $verb, array $members, array $more): Answer
    {
        return $this->run(['verb' => $verb] + Document::members($more) + $members);
    }
}
