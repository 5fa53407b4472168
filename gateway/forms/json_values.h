#pragma once

#include "gateway/forms/form_fields.h"

namespace voronka::gateway {

// Some programs send the filled-in form as JSON within one field: JotForm in `rawRequest`, others in `payload`, `data`
// or `json`. The fields of that JSON replace the field. What is no JSON to its end stays as it is.
FormFields WithJsonValues(const FormFields& fields);

}  // namespace voronka::gateway
