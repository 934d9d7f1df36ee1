<?php

/**
 * The pure door: decisions for a host that keeps the records itself.
 */

declare(strict_types=1);

namespace Provost;

use Provost\Exception\InvalidException;
use Provost\Exception\ProvostException;
use Provost\Native\Functions;

/**
 * Decides over records that the host fetches; nothing is stored anywhere. Since 0.1.
 *
 * A request is asked, the library answers which records it needs, the host fetches them, and the request is asked
 * again until a verdict comes: a few rounds. The library calls nothing of the host: fetching happens between its calls.
 */
final readonly class Decide
{
    /** @var callable(string, string, list<string>): iterable<array<string, mixed>|string> */
    private mixed $fetch;

    /** @var (callable(int): list<int>)|null */
    private mixed $reserve;

    /**
     * @param callable(string, string, list<string>): iterable<array<string, mixed>|string> $fetch
     *        all records of a kind whose index (or "id") has these values, as arrays or as documents; as of one moment
     * @param (callable(int): list<int>)|null $reserve so many ids that no record has, for records that are new; null:
     *        only requests that make none, or that bring their "ids"
     * @param string $owner actor who holds every right; "": "owner"
     */
    public function __construct(callable $fetch, ?callable $reserve = null, private string $owner = '')
    {
        $this->fetch = $fetch;
        $this->reserve = $reserve;
    }

    /**
     * Decides a request. Give it "recorded", or the system clock is read. Since 0.1.
     *
     * @param array<string, mixed>|string $request its members with "verb", or the document as text
     * @return Decision the answer, what it rests on, and what the host has to write when it holds
     * @throws ProvostException when the request or a record is malformed
     */
    public function run(array|string $request): Decision
    {
        $request = (is_array($request) ? $request : Document::decode($request)) + ['provost' => 1];
        [$records, $asked] = [[], []];
        while (true) {
            $answer = $this->ask($request, $records, $asked);
            if ($answer->verdict !== 'needs') {
                return new Decision($answer, $records);
            }
            foreach ($answer->needs as $need) {
                $records += $this->fetch($need);
                $asked[] = $need;
            }
        }
    }

    /**
     * @param array<string, mixed> $request gets its ids here, once it is known that records are made and how many
     * @param array<string, array{kind: string, record: array<string, mixed>}> $records
     * @param list<array{kind: string, index: string, values: list<string>}> $asked
     */
    private function ask(array &$request, array $records, array $asked): Answer
    {
        $given = ['request' => Document::encode($request), 'owner' => $this->owner === '' ? null : $this->owner];
        $given += ['records' => array_map(self::given(...), array_values($records)), 'asked' => $asked];
        try {
            return Answer::of(Functions::decide(Document::encode($given)));
        } catch (InvalidException $error) {
            if ($this->reserve === null || $error->pointer !== '/request/ids' || isset($request['ids'])) {
                throw $error;
            }
            $request['ids'] = array_values(($this->reserve)((int) $error->parameters['count']));
            return $this->ask($request, $records, $asked);
        }
    }

    /**
     * @param array{kind: string, index: string, values: list<string>} $need
     * @return array<string, array{kind: string, record: array<string, mixed>}> by kind and id: records may be found
     *         under several keys, but are given once
     */
    private function fetch(array $need): array
    {
        $found = [];
        foreach (($this->fetch)($need['kind'], $need['index'], $need['values'] ?? []) as $record) {
            $record = is_string($record) ? Document::decode($record) : $record;
            $found[$need['kind'] . ' ' . $record['id']] = ['kind' => $need['kind'], 'record' => $record];
        }
        return $found;
    }

    /**
     * @param array{kind: string, record: array<string, mixed>} $found
     * @return array{kind: string, document: string}
     */
    private static function given(array $found): array
    {
        return ['kind' => $found['kind'], 'document' => Document::encode($found['record'])];
    }
}
