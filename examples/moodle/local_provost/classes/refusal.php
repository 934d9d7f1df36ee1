<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost;

use RuntimeException;

/**
 * What stands in the way of one action.
 *
 * @package local_provost
 */
final class refusal extends RuntimeException
{
    public function __construct(public readonly string $error, string $problem)
    {
        parent::__construct($problem);
    }
}
