// Whether an address of the network lies in the public internet.
#pragma once

#include <span>

namespace provost {

/// Of the 4 or 16 bytes of an address; IPv4 that is wrapped in IPv6 is looked at, too. False for anything that is
/// private, local, reserved or for many.
[[nodiscard]] bool is_public_address(std::span<const unsigned char> bytes);

}  // namespace provost
