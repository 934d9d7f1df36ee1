<?php

/**
 * A decision over the host's own records: the answer, what it rests on, what to write, and what to carry out.
 */

declare(strict_types=1);

namespace Provost;

/**
 * What Decide answers. When the verdict is "accepted" or "held", the host writes $writes in one transaction, after it
 * has checked there that every record of $reads still has its version; else it decides anew. Since 0.1.
 */
final readonly class Decision
{
    use Members;

    /** @var list<array{kind: string, id: int, version: int}> records that the decision rests on */
    public array $reads;

    /**
     * @var list<array{kind: string, id: int, expected: int, record: array<string, mixed>}> records as they shall be;
     *      expected: the version that the host must have now, 0 = it must not be there
     */
    public array $writes;

    /**
     * @var list<array<string, mixed>> what the host has to carry out once the writes are committed: messages, as
     *      docs/schemas/intent.schema.json describes them. They have no id: a host that keeps them numbers them
     */
    public array $intents;

    /**
     * @param array<string, array{kind: string, record: array<string, mixed>}> $records by kind and id
     * @internal
     */
    public function __construct(public Answer $answer, array $records)
    {
        $this->reads = array_values(array_map(self::read(...), $records));
        [$writes, $intents] = [[], []];
        foreach ($answer->plan as $change) {
            if ($change->id === 0) {
                $intents[] = array_diff_key($change->applyTo([]), ['id' => 0]);
                continue;
            }
            $before = $records[$change->kind . ' ' . $change->id]['record'] ?? [];
            $expected = $before['version'] ?? 0;
            $record = ['version' => $expected + 1] + $change->applyTo($before);
            $writes[] = ['kind' => $change->kind, 'id' => $change->id, 'expected' => $expected, 'record' => $record];
        }
        $this->writes = $writes;
        $this->intents = $intents;
    }

    /**
     * @param array{kind: string, record: array<string, mixed>} $found
     * @return array{kind: string, id: int, version: int}
     */
    private static function read(array $found): array
    {
        $record = $found['record'];
        return ['kind' => $found['kind'], 'id' => $record['id'], 'version' => $record['version'] ?? 0];
    }
}
