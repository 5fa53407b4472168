#pragma once

#include <optional>
#include <string>
#include <vector>

#include "foundation/rpc/session.h"
#include "voronka/crm/v1/contact.pb.h"

namespace voronka::crm {

// A phone or a mail address, as it is compared.
struct ContactPoint {
  enum Kind { kPhone = 1, kEmail = 2 };

  Kind kind;
  std::string value;

  auto operator<=>(const ContactPoint&) const = default;
};

// E.164, reading numbers without a country as Russian ones; nothing when no such number can exist.
std::optional<ContactPoint> PhonePoint(const std::string& phone);
// In lower case, which may be longer than what was written: `İ` becomes two characters. Nothing where there is no
// address or it is longer then than one may be.
std::optional<ContactPoint> EmailPoint(const std::string& email);

// To the contact's phones or emails.
void Add(const ContactPoint& point, v1::Contact& contact);

// The table `contact_points`: each belongs to one contact of the account.
class ContactPoints {
 public:
  explicit ContactPoints(rpc::Session& session) : session_(session) {}

  // 0: nobody's.
  int64_t OwnerOf(const ContactPoint& point);
  // Gives it to the contact unless somebody has it; returns whose it is then. Waits for a session that is just
  // claiming the same one.
  int64_t Claim(const ContactPoint& point, int64_t contact_id, int position);
  void Release(const ContactPoint& point);

  // Fills phones and emails of contacts, which stand in the order of their ids.
  void ReadInto(std::vector<v1::Contact>& contacts);
  std::vector<ContactPoint> Of(int64_t contact_id);

 private:
  rpc::Session& session_;
};

}  // namespace voronka::crm
