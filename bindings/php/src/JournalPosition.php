<?php

/**
 * Where the journal ends.
 */

declare(strict_types=1);

namespace Provost;

/**
 * The journal's last entry. Keep the chain elsewhere: it proves later that nothing before it was altered. Since 0.1.
 */
final readonly class JournalPosition
{
    use Members;

    /**
     * @param int $entries number of entries
     * @param string $state digest of all records after the last entry, hexadecimal; "" before the first
     * @param string $chain anchor of the journal, hexadecimal; "" before the first
     */
    public function __construct(public int $entries, public string $state, public string $chain)
    {
    }
}
