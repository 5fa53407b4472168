#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "voronka/crm/v1/form.pb.h"

namespace voronka::crm {

// One way in which two submissions of a form may be the same inquiry.
struct SubmissionDigest {
  // Equal for two that are the same.
  std::string value;
  // How long after the first one, in microseconds.
  int64_t lifetime;
};

// A submission is the same inquiry as an earlier one if any of its digests is the same. They come in an order in which
// two submissions with an equal digest have all digests before it equal, too.
//
// When the sender names the attempt, there is one digest, for 72 h. It covers that name and who asks for what: the
// client's name, phones, emails and text, normalised, in any order, and the other fields. The name alone is not enough,
// since a page from a cache gives all its visitors the same one. What a page generates each time (a captcha's answer, a
// timestamp) may differ.
//
// When the attempt has no name, the values are compared as they came:
// - for 10 s, those that say who asks for what, if they say how to reach the client. It is a double click, and the page
//   may have generated a value whose name is not known here. Nobody fills in another form as fast, for another product.
// - for 10 minutes, all but what a page generates.
std::vector<SubmissionDigest> DigestsOf(const v1::Form& form, const v1::SubmitFormRequest& request);

}  // namespace voronka::crm
