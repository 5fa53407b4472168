#include "crm_service/intake/submissions/further_contact.h"

#include <algorithm>
#include <vector>

#include "crm_service/clients/identity/contact_point.h"
#include "crm_service/clients/identity/emails_in.h"
#include "crm_service/clients/identity/messengers_in.h"
#include "crm_service/clients/identity/phones_in.h"
#include "crm_service/intake/forms/form_fields.h"
#include "crm_service/intake/submissions/inquiry_field.h"

namespace voronka::crm {
namespace {

using PointList = std::vector<ContactPoint>;

// Those that say who the client is.
PointList PhonesOf(const std::string& text) {
  PointList phones = PhonesIn(text);
  std::erase_if(phones, [](const ContactPoint& point) { return point.kind != ContactPoint::kPhone; });
  return phones;
}

PointList EmailsOf(const std::string& text) {
  PointList emails;
  for (const auto& email : EmailsIn(text)) emails.push_back({ContactPoint::kEmail, email});
  return emails;
}

PointList AccountsOf(const std::string& text) { return MessengersIn(text); }

bool HasAll(const PointList& points, const PointList& some) {
  return std::ranges::all_of(
      some, [&](const ContactPoint& point) { return std::ranges::find(points, point) != points.end(); });
}

// `points_in` finds the points in a text of the field.
template <class PointsIn>
void AddTo(const std::string& field, const std::string& text, PointsIn points_in, std::string& held) {
  const PointList before = points_in(held);
  const PointList further = points_in(text);
  if (HasAll(before, further)) return;
  const std::string both = held + ", " + text;
  const PointList after = points_in(both);
  // The two must not read as something else together.
  if (InquiryField(field).Allows(both) && HasAll(after, before) && HasAll(after, further)) held = both;
}

}  // namespace

void AddFurtherContact(const std::string& target, const std::string& text, v1::Inquiry& inquiry) {
  if (target == "phone") AddTo(target, text, PhonesOf, *inquiry.mutable_phone());
  if (target == "email") AddTo(target, text, EmailsOf, *inquiry.mutable_email());
  if (target == kMessengerTarget) AddTo(target, text, AccountsOf, *inquiry.mutable_messenger());
}

}  // namespace voronka::crm
