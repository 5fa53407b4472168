#pragma once

#include <string>

// For one change: repeated with the same id, it takes effect once.
std::string NewRequestId();
