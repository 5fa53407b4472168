#pragma once

#include "gateway/http/exchange.h"
#include "voronka/crm/v1/form.pb.h"

namespace voronka::gateway {

// A form that was posted to `/forms/<key>`, as the service takes it. What a person does not see in the form is not
// among its values:
//
//   _id         names the attempt, if there is no header `idempotency-key`
//   _page       where the form is, instead of the header `referer`
//   _referrer   where the person had come from
//   _website    the trap: mostly programs fill it in, so the service holds the form
//   _charset_   filled in by the browser
//
// `language`: of the words that are added. Throws as FormKeyOf, INVALID_ARGUMENT with reason UNSUPPORTED_FORM_TYPE
// if the body is compressed in another way than gzip or deflate, and RESOURCE_EXHAUSTED with reason FORM_TOO_LARGE.
crm::v1::SubmitFormRequest SubmissionOf(const Request& request, const Client& client, const std::string& language);

// From the path. Throws NOT_FOUND (UNKNOWN_FORM) if no form can have such a key.
std::string FormKeyOf(const Request& request);

}  // namespace voronka::gateway
