#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::crm {

// Adds BAD_FILE_NAME unless it is a name that every machine takes: at most 255 bytes, no path, and nothing that turns
// the direction of text, by which `exe.doc` reads as another kind of file. Control characters are refused before.
void RequireFileName(const std::string& name, const std::string& field, rpc::Violations& violations);

}  // namespace voronka::crm
