<?php

/**
 * Why a decision fell as it did: one node of the tree.
 */

declare(strict_types=1);

namespace Provost;

/**
 * A reason, with the reasons below it. Since 0.1.
 */
final readonly class Reason
{
    /**
     * @param string $code what was asked or found, such as "prerequisite.not-met"
     * @param string $mark how far it holds: "not_met", "unknown", "partly_met" or "met"
     * @param array<string, string> $parameters values that the code's sentence quotes, by name
     * @param list<array<string, mixed>> $evidence records it rests on: kind, id, what, day
     * @param list<Reason> $parts reasons below it
     */
    public function __construct(
        public string $code,
        public string $mark,
        public array $parameters = [],
        public array $evidence = [],
        public array $parts = [],
    ) {
    }

    /**
     * @param array<string, mixed> $document
     * @internal
     */
    public static function of(array $document): self
    {
        return new self(
            $document['code'] ?? '',
            $document['mark'] ?? 'not_met',
            array_column($document['parameters'] ?? [], 'value', 'name'),
            $document['evidence'] ?? [],
            array_map(self::of(...), $document['parts'] ?? []),
        );
    }

    /**
     * The tree as text, one line per reason, those below indented. Since 0.1.
     *
     * @return list<string> for example "not_met prerequisite.unmet (subject: SITXFSA005)"
     */
    public function lines(): array
    {
        $values = [];
        foreach ($this->parameters as $name => $value) {
            $values[] = "$name: $value";
        }
        $lines = ["$this->mark $this->code" . ($values === [] ? '' : ' (' . implode(', ', $values) . ')')];
        foreach ($this->parts as $part) {
            foreach ($part->lines() as $line) {
                $lines[] = '  ' . $line;
            }
        }
        return $lines;
    }
}
