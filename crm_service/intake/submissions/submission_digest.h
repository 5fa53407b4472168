#pragma once

#include <string>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// What two submissions of a form have in common when they are one inquiry.
//
// Where the sender names the attempt: that name, and who asks for what, since a page out of a cache gives all its
// visitors one name: the client's name, phones, mails and text as they are compared, in whatever order. What a page
// adds anew each time (a captcha's answer, a moment) may differ. Where there is neither a phone nor a mail, whatever
// else was filled in may be how to reach the client, and counts too. Else: the values as they came.
std::string DigestOf(const v1::Form& form, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
