<?php

/**
 * A change of one record, as an answer's plan shows it.
 */

declare(strict_types=1);

namespace Provost;

/**
 * A record that is created or changed. Since 0.1.
 */
final readonly class PlannedChange
{
    use Members;

    /**
     * @param string $kind kind of the record
     * @param int $id its id; 0: something to carry out, which has none yet
     * @param bool $created whether the record is new
     * @param array<string, array{before: mixed, after: mixed}> $fields members that differ; null = absent
     */
    public function __construct(public string $kind, public int $id, public bool $created, public array $fields)
    {
    }

    /**
     * @param array<string, mixed> $document
     * @internal
     */
    public static function of(array $document): self
    {
        $fields = [];
        foreach ($document['fields'] ?? [] as $field) {
            $sides = ['before' => self::value($field, 'before'), 'after' => self::value($field, 'after')];
            $fields[$field['field']] = $sides;
        }
        return new self($document['kind'], $document['id'], $document['created'] ?? false, $fields);
    }

    /**
     * The record as it is after the change. Since 0.1.
     *
     * @param array<string, mixed> $record as it is now; empty for a new one
     * @return array<string, mixed>
     */
    public function applyTo(array $record): array
    {
        $record = ['id' => $this->id] + $record;
        foreach ($this->fields as $name => ['after' => $after]) {
            $record[$name] = $after;
        }
        return array_filter($record, static fn (mixed $value) => $value !== null);
    }

    /**
     * @param array<string, string> $field
     */
    private static function value(array $field, string $side): mixed
    {
        return isset($field[$side]) ? json_decode($field[$side], true, 512, JSON_THROW_ON_ERROR) : null;
    }
}
