<?php

/**
 * The engine: a store, and the rules over it.
 */

declare(strict_types=1);

namespace Provost;

use BadMethodCallException;
use DateTimeInterface;
use Generator;
use Provost\Exception\NotFoundException;
use Provost\Exception\ProvostException;
use Provost\Native\EngineHandle;
use SensitiveParameter;

/**
 * Decides requests and records what was decided. Since 0.1.
 *
 * Every behaviour is a verb. A verb is called by its room and name, with named arguments:
 * $engine->registration->registerLearner(course: 'C1', learner: 'ana', detail: 'reason'). The most used verbs have
 * short methods. All take the members that every request may have: effective (when it holds), recorded (when it was
 * told), actor, detail ("verdict", "reason" or "full"), plan_only, approval, key. Moments are DateTimeInterface or text
 * with an offset, days are text (2026-06-30), decimals are text.
 *
 * An engine does not survive a fork: open it in the process that uses it. It is closed when the last reference is gone.
 *
 * @property-read Room $organisation
 * @property-read Room $access
 * @property-read Room $staffing
 * @property-read Room $people
 * @property-read Room $catalogue
 * @property-read Room $prerequisites
 * @property-read Room $enrolment
 * @property-read Room $notices
 * @property-read Room $registration
 * @property-read Room $resources
 * @property-read Room $rating
 * @property-read Room $results
 * @property-read Room $finalise
 * @method Answer prebook(mixed ...$members) registration.prebook: learner, course_template, ...
 * @method Answer enrolInProgram(mixed ...$members) enrolment.enrol_in_program: learner, program, ...
 * @method Answer recordAchievement(mixed ...$members) enrolment.record_achievement: learner, subject, outcome, ...
 * @method Answer requireSubject(mixed ...$members) prerequisites.require_subject: course_template, subject
 */
final class Engine
{
    /** Bytes of a file that are fed at once. */
    private const PIECE = 1 << 16;

    /** Short methods whose arguments are all named. */
    private const SHORT = [
        'prebook' => 'registration.prebook',
        'enrolInProgram' => 'enrolment.enrol_in_program',
        'recordAchievement' => 'enrolment.record_achievement',
        'requireSubject' => 'prerequisites.require_subject',
    ];

    private function __construct(private readonly EngineHandle $handle)
    {
    }

    private function __clone()
    {
    }

    /**
     * Opens the SQLite file at a path, which is made when it is not there; ":memory:" keeps everything in memory.
     * Since 0.1.
     *
     * @param DateTimeInterface|string|null $now recorded moment of requests that name none; null: the system clock
     * @param string $owner actor who holds every right: the host itself; "": "owner"
     * @param string $secret makes digests of personal values unguessable; must stay the same for a store's whole life
     * @param int $batch rows of an import that are decided and committed together; 0: the library's own choice, 2000
     * @throws ProvostException store.foreign, store.newer, store.read-only, store.busy, store.failed; date.malformed;
     *                          LibraryException when the library can not be used here
     */
    public static function open(
        string $path,
        DateTimeInterface|string|null $now = null,
        string $owner = '',
        #[SensitiveParameter] string $secret = '',
        int $batch = 0,
    ): self {
        return new self(new EngineHandle($path, $owner, $secret, Document::milliseconds($now), $batch));
    }

    /**
     * Decides a request and carries it out. Since 0.1.
     *
     * @param array<string, mixed>|string $request its members with "verb", or the document as text
     * @return Answer also when it was refused
     * @throws ProvostException when the request is malformed or something failed: verb.unknown, plan.moved,
     *                          plan.expired, store.contended, store.failed, or any of a document's
     */
    public function run(array|string $request): Answer
    {
        $document = is_array($request) ? $request + ['provost' => 1] : $request;
        return Answer::of($this->handle->run(Document::encode($document)));
    }

    /**
     * The verbs of a room, as methods.
     *
     * @throws NotFoundException verb.unknown, when no verb has such a room
     */
    public function __get(string $room): Room
    {
        if (!$this->__isset($room)) {
            throw new NotFoundException("There are no verbs $room.*.", 'verb.unknown', parameters: ['verb' => $room]);
        }
        return new Room($this, Document::snake($room));
    }

    /** Whether there are verbs of such a room. */
    public function __isset(string $room): bool
    {
        $prefix = Document::snake($room) . '.';
        return array_filter(Provost::verbs(), static fn (string $verb) => str_starts_with($verb, $prefix)) !== [];
    }

    /**
     * Short methods without a signature of their own.
     *
     * @param array<array-key, mixed> $arguments members of the request
     * @throws ProvostException see run()
     */
    public function __call(string $method, array $arguments): Answer
    {
        $verb = self::SHORT[$method] ?? throw new BadMethodCallException("Engine has no method $method()");
        return $this->run(['verb' => $verb] + Document::members($arguments));
    }

    /**
     * Makes a master record, or brings it up to date: one of the verbs "….define_…". Since 0.1.
     *
     * @param string $kind kind of the record: location, course_type, course_template, course, learner, ...
     * @param array<string, mixed> $record its members, without id and version
     * @param mixed ...$head what every request may have besides: effective, actor, detail, ...
     * @throws ProvostException kind.unknown; see run()
     */
    public function define(string $kind, array $record, mixed ...$head): Answer
    {
        return $this->run(Definition::of($kind)->request($record, Document::members($head)));
    }

    /**
     * Registers a learner in a course: registration.register_learner. Since 0.1.
     *
     * @param string $learner login of the learner
     * @param string $course external id of the course
     * @param mixed ...$more state, due_at, start_at, end_at, obligation; effective, detail, ...
     * @throws ProvostException see run()
     */
    public function register(string $learner, string $course, mixed ...$more): Answer
    {
        return $this->onPlace('registration.register_learner', $learner, $course, $more);
    }

    /**
     * Records a result of a learner in a course: results.receive_grade. Since 0.1.
     *
     * @param string $learner login of the learner
     * @param string $course external id of the course
     * @param string $completion "passed", "completed", "failed" or "incomplete"
     * @param string|int|null $gradePercent 0 to 100, decimals as text ("67.5"); may be null when incomplete
     * @param mixed ...$more effective (the submission), detail, ...
     * @throws ProvostException see run()
     */
    public function receiveGrade(
        string $learner,
        string $course,
        string $completion,
        string|int|null $gradePercent = null,
        mixed ...$more,
    ): Answer {
        $more += ['completion' => $completion, 'grade_percent' => $gradePercent];
        return $this->onPlace('results.receive_grade', $learner, $course, $more);
    }

    /**
     * Ends a unit enrolment on a day: finalise.finalise_unit. Since 0.1.
     *
     * @param string $learner login of the learner
     * @param string $course external id of the course
     * @param string $ending "completed", "withdrawn", "deferred" or "cancelled"
     * @param string $effectiveOn from which day on, YYYY-MM-DD
     * @param mixed ...$more resumes_on (day of return of a deferral); detail, ...
     * @throws ProvostException see run()
     */
    public function finaliseUnit(
        string $learner,
        string $course,
        string $ending,
        string $effectiveOn,
        mixed ...$more,
    ): Answer {
        $more += ['ending' => $ending, 'effective_on' => $effectiveOn];
        return $this->onPlace('finalise.finalise_unit', $learner, $course, $more);
    }

    /**
     * Erases a person: people.erase_learner, and unless that is refused the session "erase", which takes the values out
     * of what the journal and the file keep. Repeat it, by id, when it was interrupted. Since 0.1.
     *
     * @param string|int $learner login or id of the learner
     * @param string $reason "requested", "retention_ended", "mistaken" or "ordered"
     * @param mixed ...$more effective, recorded, actor, plan_only, detail, ...
     * @throws ProvostException see run(); store.busy, while other programs use the file: the record is erased then, and
     *                          the session has to be run again
     */
    public function erase(string|int $learner, string $reason, mixed ...$more): Answer
    {
        $members = Document::members($more);
        $answer = $this->run(['verb' => 'people.erase_learner', 'learner' => $learner, 'reason' => $reason] + $members);
        if (($members['plan_only'] ?? false) || !in_array($answer->verdict, ['accepted', 'unchanged'], true)) {
            return $answer;
        }
        $options = array_intersect_key($members, ['actor' => 0, 'recorded' => 0]);
        $this->session(['session' => 'erase'] + $options)->finish();
        return $answer;
    }

    /**
     * One record. Since 0.1.
     *
     * @return array<string, mixed> its members; absent ones are left out
     * @throws NotFoundException kind.unknown; record.unknown when there is none
     */
    public function get(string $kind, int $id): array
    {
        return Document::decode($this->handle->get($kind, $id));
    }

    /**
     * Records of a kind, in ascending order of id unless another one is wished, read page by page while they are used.
     * Since 0.1.
     *
     * @param string $kind kind of the records
     * @param string $index name of an index of the kind; "": by id
     * @param list<string|int> $values values of the index's first members; none: all records of the kind
     * @param int $after id of a record: only those that come behind it
     * @param int $page records that are read at once
     * @param list<array<string, mixed>> $where what must hold besides, e.g. [['member' => 'name', 'contains' => 'cook']]
     * @param list<string> $order members to sort by, with - before it from the greatest
     * @return Generator<int, array<string, mixed>> id => record
     * @throws ProvostException kind.unknown, argument.invalid
     */
    public function find(
        string $kind,
        string $index = '',
        array $values = [],
        int $after = 0,
        int $page = 1000,
        array $where = [],
        array $order = [],
    ): Generator {
        $query = ['kind' => $kind, 'index' => $index === '' ? null : $index, 'limit' => $page];
        $query['values'] = array_map(strval(...), $values);
        $query += ['where' => $where, 'order' => $order];
        do {
            $records = Document::decode($this->handle->find(Document::encode(['after' => $after] + $query)));
            foreach ($records as $record) {
                yield $after = $record['id'] => $record;
            }
        } while (count($records) === $page);
    }

    /** Where the journal ends. Since 0.1. */
    public function journal(): JournalPosition
    {
        $position = Document::decode($this->handle->journal());
        return new JournalPosition($position['entries'], $position['state'] ?? '', $position['chain'] ?? '');
    }

    /**
     * Whether the journal holds together and the store holds what the journal says. Reads everything. Since 0.1.
     *
     * @param JournalPosition|null $anchor an earlier answer of journal() that was kept elsewhere: without one nobody can
     *                                     tell whether the journal was rewritten up to its end
     * @return VerifyReport what is wrong stands in its findings
     * @throws ProvostException store.contended, when others write meanwhile; store.failed
     */
    public function verify(?JournalPosition $anchor = null): VerifyReport
    {
        $position = $anchor === null ? null : array_filter(get_object_vars($anchor), static fn ($one) => $one !== '');
        $request = Document::encode(['provost' => 1, 'audit' => 'verify', 'anchor' => $position]);
        return VerifyReport::of(Document::decode($this->handle->audit($request)));
    }

    /**
     * Judges the recorded requests again under today's rules: each decision that differs. Since 0.1.
     *
     * @throws ProvostException audit.entry-changed, when the journal does not hold together; store.failed
     */
    public function rejudge(): RejudgeReport
    {
        $request = Document::encode(['provost' => 1, 'audit' => 'rejudge']);
        return RejudgeReport::of(Document::decode($this->handle->audit($request)));
    }

    /**
     * Makes the records again, from the journal alone, in the store of another engine. The state digest is the same
     * afterwards, and that engine can be used at once. Since 0.1.
     *
     * @param Engine $to opened with the same secret over a store that is empty still. After an exception it may be half
     *                   filled: close it and throw its store away
     * @throws ProvostException argument.invalid, when $to is not empty, has another secret, or is this engine;
     *                          audit.entry-changed, when the journal does not hold together; store.failed
     */
    public function rebuild(Engine $to): void
    {
        $this->handle->rebuild($to->handle);
    }

    /**
     * Begins an import, an export or another long run. Since 0.1.
     *
     * @param array<string, mixed>|string $document which "session", and its options; or the document as text
     * @throws ProvostException any of a document's
     */
    public function session(array|string $document): Session
    {
        $document = is_array($document) ? $document + ['provost' => 1] : $document;
        return new Session($this->handle->begin(Document::encode($document)));
    }

    /**
     * The lines of a report, one by one, as arrays: foreach ($engine->report('participants', course: 'COOK-1') as $line).
     * docs/rooms/reports.md lists the reports; the other options are those of a session. Since 0.1.
     *
     * @return \Generator<int, array<string, mixed>>
     * @throws Exception\ProvostException choice.unknown; see session()
     */
    public function report(string $report, mixed ...$options): \Generator
    {
        $session = $this->session(['session' => 'report', 'preset' => $report] + Document::members($options));
        $rest = '';
        foreach ($session->take() as $bytes) {
            $lines = explode("\n", $rest . $bytes);
            $rest = array_pop($lines);
            foreach ($lines as $line) {
                yield Document::decode($line);
            }
        }
        $session->finish();
    }

    /**
     * Imports a whole file. For reports that are too long for memory, use session(). Since 0.1.
     *
     * @param string $path the file; its last part is its name in reports
     * @param string $preset which file it is: catalogue, prerequisites, learners, programs, prior_achievements,
     *                       enrolments, results or finalise
     * @param string $zone IANA zone of moments without an offset, such as Australia/Melbourne
     * @param mixed ...$options separator, actor, recorded; detail: "reason" explains refused rows
     * @throws ProvostException file.header and others; batches committed before stay
     */
    public function importFile(string $path, string $preset, string $zone, mixed ...$options): ImportReport
    {
        $document = ['session' => 'import', 'preset' => $preset, 'file' => basename($path), 'zone' => $zone];
        $session = $this->session($document + Document::members($options));
        $file = is_file($path) ? fopen($path, 'rb') : false;
        if ($file === false) {
            throw new NotFoundException("The file $path can not be read.", 'x-file.missing', inputFile: $path);
        }
        try {
            return ImportReport::from($session, $file, self::PIECE);
        } finally {
            fclose($file);
        }
    }

    /** Closes the engine and its sessions now, not when the last reference is gone. Since 0.1. */
    public function close(): void
    {
        $this->handle->close();
    }

    /**
     * @param array<array-key, mixed> $more
     */
    private function onPlace(string $verb, string $learner, string $course, array $more): Answer
    {
        return $this->run(['verb' => $verb, 'learner' => $learner, 'course' => $course] + Document::members($more));
    }
}
