#pragma once

#include <string>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// Equal for two submissions of a form that are the same inquiry.
//
// When the sender names the attempt, the digest covers that name and who asks for what: the client's name, phones,
// emails and text, normalised, in any order. The name alone is not enough, since a page from a cache gives all its
// visitors the same one. What a page generates each time (a captcha's answer, a timestamp) may differ. Without a phone
// or an email, any other field may say how to reach the client, so the other fields count too. When the attempt has no
// name, the digest covers the values as they came.
std::string DigestOf(const v1::Form& form, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
