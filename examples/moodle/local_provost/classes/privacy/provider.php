<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

namespace local_provost\privacy;

use core_privacy\local\metadata\null_provider;

/**
 * The plugin keeps nothing of anybody.
 *
 * @package local_provost
 */
final class provider implements null_provider
{
    public static function get_reason(): string
    {
        return 'privacy:metadata';
    }
}
