// Nothing but the carrier of the precompiled header that all rooms of the unit tests share: compiling doctest and the
// standard headers once is most of what a test file would cost.
