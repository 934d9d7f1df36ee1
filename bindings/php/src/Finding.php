<?php

/**
 * Something that a verification found.
 */

declare(strict_types=1);

namespace Provost;

/**
 * Something that is not as the journal says. Names the thing, never its values. Since 0.1.
 */
final readonly class Finding
{
    use Members;

    /**
     * @param string $code what is wrong: audit.entry-changed, audit.record-differs, ... (docs/codes.md)
     * @param string $kind kind of the record; "journal_entry" for the journal itself
     * @param int $id id of the record
     * @param int $entry the journal entry that says otherwise; 0: none speaks of it
     */
    public function __construct(public string $code, public string $kind, public int $id, public int $entry)
    {
    }
}
