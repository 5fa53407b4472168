#pragma once

#include <string>

namespace voronka::crm {

// Whether a sentence says that its writer agrees to the processing of personal data: «Я согласен на обработку
// персональных данных», `I agree to the privacy policy`. Sites call a field so, and send it as the value of a ticked
// box. It has to speak of agreeing and of data or rules. It is not one if it denies anything, speaks of newsletters
// too, or is about a text, a link or a date of a consent.
bool IsAgreement(const std::string& sentence);

// Whether an answer says no in words: «Не согласен», `No, thanks`, «отказываюсь».
bool IsRefusal(const std::string& answer);

}  // namespace voronka::crm
