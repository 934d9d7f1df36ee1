<?php

/**
 * Why a decision fell as it did: one node of the tree.
 */

declare(strict_types=1);

namespace Provost;

use Provost\Native\Functions;

/**
 * A reason, with the reasons below it. Since 0.1.
 */
final readonly class Reason
{
    use Members;

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
     * The code in English, with its parameters filled in; "" for a node without a code. Since 0.1.
     */
    public function sentence(): string
    {
        if ($this->code === '') {
            return '';
        }
        $parameters = [];
        foreach ($this->parameters as $name => $value) {
            $parameters[] = ['name' => (string) $name, 'value' => $value];
        }
        return Functions::sentence(Document::encode(['code' => $this->code, 'parameters' => $parameters]));
    }

    /**
     * The tree as lines of English, those below indented, for showing to people. Since 0.1.
     *
     * @return list<string> for example "not met: Achievement of SITXFSA005 on or before 2026-02-02."
     */
    public function lines(): array
    {
        $lines = [str_replace('_', ' ', $this->mark) . ': ' . $this->sentence()];
        foreach ($this->parts as $part) {
            foreach ($part->lines() as $line) {
                $lines[] = '  ' . $line;
            }
        }
        return $lines;
    }
}
