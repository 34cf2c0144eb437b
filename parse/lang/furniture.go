package lang

// Furniture are the beginnings of lines that belong to the page and not to the act:
// notices of the portal and of sites that keep copies.
var Furniture = []string{
	"© 2012. Қазақстан Республикасы Әділет министрлігінің", // foot of the portal's PDFs
	"© 2012. РГП на ПХВ",
	"Егер Сіз беттен қате тапсаңыз", // hint under every page of the portal
	"Если Вы обнаружили на странице ошибку",
	"Достарыңызбен бөлісу", // "share with your friends" of document-sharing sites
	"Поделитесь с Вашими друзьями",
}

// FormMarks stand on a line of their own below the mark of an annex that is a form.
var FormMarks = []string{"нысан", "нысаны", "форма"}
