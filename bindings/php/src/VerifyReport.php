<?php

/**
 * What came of verifying the journal and the records.
 */

declare(strict_types=1);

namespace Provost;

/**
 * Whether the journal holds together and the store holds what it says. Since 0.1.
 */
final readonly class VerifyReport
{
    use Members;

    /**
     * @param int $entries journal entries read
     * @param int $records records compared
     * @param list<Finding> $findings what is not as it should be, the first thousand
     * @param int $unlisted findings beyond
     * @param string $state digest of all records after the last entry, hexadecimal; "" before the first
     * @param string $chain chain after the last entry, the next anchor; "" before the first
     * @param bool $anchored whether an anchor was given, and the journal holds it
     */
    private function __construct(
        public int $entries,
        public int $records,
        public array $findings,
        public int $unlisted,
        public string $state,
        public string $chain,
        public bool $anchored,
    ) {
    }

    /** Whether nothing is wrong. Since 0.1. */
    public function clean(): bool
    {
        return $this->findings === [];
    }

    /**
     * @param array<string, mixed> $document
     * @internal
     */
    public static function of(array $document): self
    {
        $finding = static fn (array $found) => new Finding(
            $found['code'],
            $found['kind'] ?? '',
            $found['id'] ?? 0,
            $found['entry'] ?? 0,
        );
        return new self(
            $document['entries'],
            $document['records'],
            array_map($finding, $document['findings'] ?? []),
            $document['unlisted'] ?? 0,
            $document['state'] ?? '',
            $document['chain'] ?? '',
            $document['anchored'] ?? false,
        );
    }
}
