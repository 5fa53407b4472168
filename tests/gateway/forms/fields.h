#pragma once

#include <gmock/gmock.h>

#include <ostream>

#include "foundation/rpc/requests/error.h"
#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

inline void PrintTo(const FormField& field, std::ostream* out) { *out << field.name << " = " << field.value; }

MATCHER_P2(IsField, name, value, "") { return arg.name == name && arg.value == value; }

// The reason of the refusal; empty if there was none.
template <class Parse>
std::string RefusalOf(Parse parse) {
  try {
    parse();
    return "";
  } catch (const rpc::Error& error) {
    return error.reason();
  }
}

}  // namespace voronka::gateway
