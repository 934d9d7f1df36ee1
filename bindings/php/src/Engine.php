<?php

/**
 * The engine: a store, and the rules over it.
 */

declare(strict_types=1);

namespace Provost;

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
 * told), actor, detail ("verdict", "reason" or "full"), planOnly, approval, key. Moments are DateTimeInterface or text
 * with an offset, days are text (2026-06-30), decimals are text.
 *
 * Arguments may be spelt as PHP does (dueAt) or as documents do (due_at). Arrays are documents: their members are spelt
 * with underscores ('first_name' => ...).
 *
 * An engine does not survive a fork: open it in the process that uses it. It is closed when the last reference is gone.
 *
 * @property-read Rooms\OrganisationRoom $organisation
 * @property-read Rooms\AccessRoom $access
 * @property-read Rooms\StaffingRoom $staffing
 * @property-read Rooms\PeopleRoom $people
 * @property-read Rooms\CatalogueRoom $catalogue
 * @property-read Rooms\PrerequisitesRoom $prerequisites
 * @property-read Rooms\EnrolmentRoom $enrolment
 * @property-read Rooms\RegistrationRoom $registration
 * @property-read Rooms\LearningRoom $learning
 * @property-read Rooms\ResourcesRoom $resources
 * @property-read Rooms\ResultsRoom $results
 * @property-read Rooms\ReportingRoom $reporting
 * @property-read Rooms\FinaliseRoom $finalise
 * @property-read Rooms\LmsRoom $lms
 * @property-read Rooms\NoticesRoom $notices
 * @property-read Rooms\RatingRoom $rating
 */
final class Engine
{
    use ShortVerbs;

    /** Bytes of a file that are fed at once. */
    private const PIECE = 1 << 16;

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
            $rooms = array_unique(array_map(static fn (string $verb) => strstr($verb, '.', true), Provost::verbs()));
            $sentence = "There is no room $room; the rooms of verbs are " . implode(', ', $rooms) . '.';
            throw new NotFoundException($sentence, 'verb.unknown', parameters: ['verb' => $room]);
        }
        $room = Document::snake($room);
        $class = __NAMESPACE__ . '\\Rooms\\' . str_replace('_', '', ucwords($room, '_')) . 'Room';
        return class_exists($class) ? new $class($this, $room) : new Room($this, $room);
    }

    /** Whether there are verbs of such a room. */
    public function __isset(string $room): bool
    {
        $prefix = Document::snake($room) . '.';
        return array_filter(Provost::verbs(), static fn (string $verb) => str_starts_with($verb, $prefix)) !== [];
    }

    /**
     * Makes a master record, or brings it up to date: one of the verbs "….define_…". Since 0.1.
     *
     * @param string $kind kind of the record: location, course_type, course_template, course, learner, ...
     * @param array<string, mixed> $record its members as documents spell them (first_name), without id and version. Of
     *                                     most kinds this is the whole record: what is left out is not so afterwards.
     *                                     Of a course that is there, what is left out stays
     * @param mixed ...$head what every request may have besides: effective, actor, detail, ...
     * @throws ProvostException kind.unknown; see run()
     */
    public function define(string $kind, array $record, mixed ...$head): Answer
    {
        return $this->run(Definition::of($kind)->request($record, Document::members($head)));
    }

    /**
     * Erases a person: people.erase_learner, and unless that is refused the session "erase", which takes the values out
     * of what the journal and the file keep. Repeat it, by id, when it was interrupted. Whoever asks needs the right
     * ERASE: the clearance DELETE of the learner is enough for the verb alone. Since 0.1.
     *
     * @param string|int $learner login or id of the learner
     * @param string $reason "requested", "retention_ended", "mistaken" or "ordered"
     * @param mixed ...$more effective, recorded, actor, planOnly, detail, ...
     * @throws ProvostException see run(); right.missing, and nothing is erased; store.busy, while other programs use the
     *                          file: the record is erased then, and the session has to be run again
     */
    public function erase(string|int $learner, string $reason, mixed ...$more): Answer
    {
        $members = Document::members($more);
        $options = array_intersect_key($members, ['actor' => 0, 'recorded' => 0]);
        $session = $this->session(['session' => 'erase'] + $options);  // first, as it asks for a right of its own
        $answer = $this->run(['verb' => 'people.erase_learner', 'learner' => $learner, 'reason' => $reason] + $members);
        if (!($members['plan_only'] ?? false) && in_array($answer->verdict, ['accepted', 'unchanged'], true)) {
            $session->finish();
        }
        return $answer;
    }

    /**
     * One record. Since 0.1.
     *
     * @return array<string, mixed> its members; absent ones are left out
     * @throws NotFoundException kind.unknown; record.unknown when there is none
     * @throws ProvostException see run()
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
     * @param list<string|int> $values values of the index's first members; none: all records of the kind. What is in
     *                                 no index is asked by $where
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
     * @param array<string, mixed>|string $document name of the session, such as "statutory"; or the whole document, as
     *                                              an array with its "session" or as text
     * @param mixed ...$options what else the session is told, where it is named: collectionYear: 2026
     * @throws ProvostException choice.unknown; any of a document's
     */
    public function session(array|string $document, mixed ...$options): Session
    {
        if (is_string($document) && preg_match('/^\s*\{/', $document) !== 1) {
            $document = ['session' => $document];
        }
        $document = is_array($document) ? $document + Document::members($options) + ['provost' => 1] : $document;
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
}
