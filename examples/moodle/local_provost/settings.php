<?php
// Part of Provost. Licensed under the Apache License 2.0 or, at your option, under the GNU General Public License,
// version 3 or later, like Moodle itself.

/**
 * Where the store and the package of Provost are.
 *
 * @package local_provost
 */

defined('MOODLE_INTERNAL') || die();

if ($hassiteconfig) {
    $page = new admin_settingpage('local_provost', get_string('pluginname', 'local_provost'));
    $ADMIN->add('localplugins', $page);
    foreach (['package' => PARAM_PATH, 'store' => PARAM_PATH, 'connection' => PARAM_ALPHANUMEXT] as $name => $type) {
        $page->add(new admin_setting_configtext(
            "local_provost/$name",
            get_string($name, 'local_provost'),
            get_string($name . '_help', 'local_provost'),
            $name === 'connection' ? 'lms' : '',
            $type
        ));
    }
    $page->add(new admin_setting_configpasswordunmask(
        'local_provost/secret',
        get_string('secret', 'local_provost'),
        get_string('secret_help', 'local_provost'),
        ''
    ));
}
