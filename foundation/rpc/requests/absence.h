#pragma once

#include <string>

#include "foundation/rpc/requests/error.h"

namespace voronka::rpc {

// Says that the account has no such resource: “There is no pipeline nope.”, «Такой воронки нет.» `resource` is written
// like `held_form`.
Text AbsenceOf(const std::string& resource, const std::string& key);

// Whether a user reads the resource's own Russian name, rather than «записи».
bool IsNamedInRussian(const std::string& resource);

}  // namespace voronka::rpc
